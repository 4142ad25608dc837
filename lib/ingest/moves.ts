import type { UnitMove } from "../contract/live";
import { unitIdOf } from "../contract/position";
import type { DeviceEntry, StreamEntry } from "./registry";
import type { Row } from "./validate";

/**
 * Where units are by the newest rows of a group. A place is a pair of one instant: a half of it moves nothing until the other has
 * come, and what stays the same in one of them (who drives due north) is told as often as what does not. Nor does a jump that
 * nobody can drive: `doubted` says of which streams the newest reading waits for a second one.
 */
export function movesOf(newest: readonly Row[], doubted: (stream: number) => boolean): UnitMove[] {
  const rows = new Map(newest.filter((row) => row.stream.device.kind.position).map((row) => [row.stream, row]));
  const devices = new Set([...rows.keys()].map((stream) => stream.device));
  return [...devices].map((device) => moveOf(device, rows, doubted)).filter((move) => move !== null);
}

function moveOf(
  device: DeviceEntry,
  rows: ReadonlyMap<StreamEntry, Row>,
  doubted: (stream: number) => boolean,
): UnitMove | null {
  const { lat = "", lon = "" } = device.kind.position ?? {};
  const halves = [device.streams.get(lat), device.streams.get(lon)];
  if (halves.some((stream) => stream && doubted(stream.id))) return null;
  const [north, east] = halves.map((stream) => pointOf(stream, rows));
  if (!north || !east || north.at !== east.at || !(north.told || east.told)) return null;
  return [unitIdOf(device.record), north.at, north.value, east.value];
}

function pointOf(stream: StreamEntry | undefined, rows: ReadonlyMap<StreamEntry, Row>) {
  const row = stream && rows.get(stream);
  if (row) return { at: row.at, value: row.value, told: true };
  return stream && { at: stream.latestAt, value: stream.latestValue, told: false };
}
