import Database from "better-sqlite3";
import { MINUTE } from "../../lib/base/clock";
import { addDevices } from "../../lib/store/device/add-devices";
import type { Store } from "../../lib/store/open";
import type { ReadingRow } from "../../lib/store/reading/pack-rows";
import { readingOf, type Source } from "./mix";

/** Puts the devices into the city; gives the stream's id of each source, in their order. */
export async function addSources(store: Store, all: readonly Source[]): Promise<number[]> {
  const byDevice = new Map<string, Source[]>();
  for (const source of all) byDevice.set(source.device, [...(byDevice.get(source.device) ?? []), source]);
  await store.write((tx) =>
    addDevices(
      tx,
      [...byDevice].map(([id, streams]) => [
        { ...device, id, name: id, kind: streams[0]?.kind ?? "" },
        streams.map((s) => s.stream),
      ]),
    ),
  );
  const rows = store.history.reader.rows<{ id: number; deviceId: string; name: string }>('SELECT * FROM "Stream"');
  const ids = new Map(rows.map((row) => [`${row.deviceId} ${row.name}`, row.id]));
  return all.map((source) => ids.get(`${source.device} ${source.stream}`) ?? 0);
}

/** Everything that is due in from ≤ t < to, in order of time. */
export function dueRows(
  all: readonly Source[],
  ids: readonly number[],
  start: number,
  from: number,
  to: number,
): ReadingRow[] {
  const rows: ReadingRow[] = [];
  for (const [place, source] of all.entries())
    for (let k = Math.ceil((from - start) / source.everyMs); start + k * source.everyMs < to; k++) {
      const { at, value } = readingOf(source, place, start, k);
      rows.push([at, ids[place] ?? 0, value]);
    }
  return rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Writes the log as fast as SQLite can, past the city: only what is measured afterwards goes the city's way. Gives how many rows. */
export function fillLog(
  file: string,
  all: readonly Source[],
  ids: readonly number[],
  start: number,
  from: number,
  to: number,
): number {
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  const insert = db.prepare('INSERT INTO "Reading" ("at", "stream", "value") VALUES (?, ?, ?)');
  let count = 0;
  const write = db.transaction((rows: ReadingRow[]) => {
    for (const [at, stream, value] of rows) insert.run(at, stream, value);
    count += rows.length;
  });
  const SLICE = 120 * MINUTE;
  for (let at = from; at < to; at += SLICE) write(dueRows(all, ids, start, at, Math.min(to, at + SLICE)));
  db.close();
  return count;
}

const device = {
  lat: 37.5,
  lon: 127,
  zone: "street",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: 10 * MINUTE,
  keyCipher: "",
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
};
