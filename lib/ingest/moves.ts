import type { UnitMove } from "../contract/live";
import { unitIdOf } from "../contract/position";
import type { DeviceEntry, StreamEntry } from "./registry";
import type { Row } from "./validate";

/**
 * Where units are by the newest rows of a group. A place is a pair of one instant: a half of it moves nothing until the other has
 * come, and what stays the same in one of them (who drives due north) is told as often as what does not.
 */
export function movesOf(newest: readonly Row[]): UnitMove[] {
  const rows = new Map(newest.filter((row) => row.stream.device.kind.position).map((row) => [row.stream, row]));
  const devices = new Set([...rows.keys()].map((stream) => stream.device));
  return [...devices].map((device) => moveOf(device, rows)).filter((move) => move !== null);
}

function moveOf(device: DeviceEntry, rows: ReadonlyMap<StreamEntry, Row>): UnitMove | null {
  const { lat = "", lon = "" } = device.kind.position ?? {};
  const [north, east] = [pointOf(device.streams.get(lat), rows), pointOf(device.streams.get(lon), rows)];
  if (!north || !east || north.at !== east.at || !(north.told || east.told)) return null;
  return [unitIdOf(device.record), north.at, north.value, east.value];
}

function pointOf(stream: StreamEntry | undefined, rows: ReadonlyMap<StreamEntry, Row>) {
  const row = stream && rows.get(stream);
  if (row) return { at: row.at, value: row.value, told: true };
  return stream && { at: stream.latestAt, value: stream.latestValue, told: false };
}
