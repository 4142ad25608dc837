import { join } from "node:path";
import { MINUTE } from "../lib/base/clock";
import { openStore, type Store } from "../lib/store/open";
import { replayReadings } from "../lib/store/reading/replay-readings";

/** Readings that a device was told are stored: `count` of them, a millisecond apart, from `at` on (UTC ms). */
export type Told = { at: number; count: number };
type Span = Told & { stream: number };

/** So much of event time is looked through at once. */
const SLICE_MS = 10 * MINUTE;

/** Looks for every acknowledged reading, by stream and time, in the database of a city that has stopped. */
export async function lostOf(
  dir: string,
  told: ReadonlyMap<string, readonly Told[]>,
): Promise<{ looked: number; missing: number }> {
  const store = await openStore(`file:${join(dir, "city.db")}`);
  const slices = slicesOf(store, told);
  let [looked, missing] = [0, 0];
  for (const spans of slices.values()) {
    const search = new Search(spans);
    for await (const { count, at, stream } of replayReadings(store, search.streams, search.from, search.to))
      for (let i = 0; i < count; i++) search.stored(stream[i] ?? 0, at[i] ?? 0);
    looked += search.looked;
    missing += search.missing();
  }
  await store.close();
  return { looked, missing };
}

function slicesOf({ history }: Store, told: ReadonlyMap<string, readonly Told[]>): Map<number, Span[]> {
  const streams = history.reader.rows<{ id: number; deviceId: string }>('SELECT "id", "deviceId" FROM "Stream"');
  const slices = new Map<number, Span[]>();
  for (const { id, deviceId } of streams)
    for (const span of told.get(deviceId) ?? []) {
      const slice = Math.floor(span.at / SLICE_MS);
      const list = slices.get(slice) ?? [];
      slices.set(slice, list);
      list.push({ ...span, stream: id });
    }
  return slices;
}

/** The readings that must be there, struck off as they come by in order of time. */
class Search {
  readonly from: number;
  readonly to: number;
  readonly looked: number;
  private found = 0;
  private readonly due = new Map<number, { times: number[]; next: number }>();

  constructor(spans: readonly Span[]) {
    for (const { stream, at, count } of spans) {
      const due = this.due.get(stream) ?? { times: [], next: 0 };
      this.due.set(stream, due);
      for (let i = 0; i < count; i++) due.times.push(at + i);
    }
    for (const { times } of this.due.values()) times.sort((a, b) => a - b);
    const all = [...this.due.values()];
    this.from = Math.min(...all.map(({ times }) => times[0] ?? 0));
    this.to = Math.max(...all.map(({ times }) => times.at(-1) ?? 0));
    this.looked = all.reduce((sum, { times }) => sum + times.length, 0);
  }

  get streams(): number[] {
    return [...this.due.keys()];
  }

  stored(stream: number, at: number): void {
    const due = this.due.get(stream);
    if (!due) return;
    while ((due.times[due.next] ?? Number.POSITIVE_INFINITY) < at) due.next++;
    if (due.times[due.next] !== at) return;
    due.next++;
    this.found++;
  }

  missing(): number {
    return this.looked - this.found;
  }
}
