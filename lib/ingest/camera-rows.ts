import { instantOf } from "../base/clock";
import type { Status } from "../contract/device";
import type { DeviceEntry } from "./registry";
import { PAST_LIMIT_MS, type Row } from "./validate";

/**
 * What a camera says of itself, as readings of its kind's streams; at the status's own time where that can be. Otherwise the
 * city stamps it with `now` (UTC ms), after everything that it knows of the stream, and `felt` counts for holds.
 */
export function cameraRows(device: DeviceEntry, status: Status, now: number, felt: number): Row[] {
  const said = status.at === undefined ? Number.NaN : instantOf(status.at);
  const own = said <= now && said >= now - PAST_LIMIT_MS;
  const rows: Row[] = [];
  for (const [field, name] of Object.entries(device.kind.cameraStatus ?? {})) {
    const value = status.camera?.[field as "recording" | "fps" | "tampered"];
    const stream = device.streams.get(name);
    if (value === undefined || !stream) continue;
    const number = Number(value);
    if (!(number >= stream.spec.min && number <= stream.spec.max)) continue;
    if (own) rows.push({ stream, at: said, value: number });
    else rows.push({ stream, at: Math.max(now, stream.markAt + 1), value: number, felt });
  }
  return rows;
}
