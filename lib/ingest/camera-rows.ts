import { instantOf } from "../base/clock";
import type { Status } from "../contract/device";
import type { DeviceEntry } from "./registry";
import { PAST_LIMIT_MS, type Row } from "./validate";

/** What a camera says of itself, as readings of its kind's streams; at the status's own time where that can be, or `now` (UTC ms). */
export function cameraRows(device: DeviceEntry, status: Status, now: number): Row[] {
  const said = status.at === undefined ? now : instantOf(status.at);
  const at = said <= now && said >= now - PAST_LIMIT_MS ? said : now;
  const rows: Row[] = [];
  for (const [field, name] of Object.entries(device.kind.cameraStatus ?? {})) {
    const value = status.camera?.[field as "recording" | "fps" | "tampered"];
    const stream = device.streams.get(name);
    if (value === undefined || !stream) continue;
    const number = Number(value);
    if (number >= stream.spec.min && number <= stream.spec.max) rows.push({ stream, at, value: number });
  }
  return rows;
}
