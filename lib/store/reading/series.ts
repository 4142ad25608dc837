import type { SeriesPoint } from "../../contract/reading";
import { Buckets } from "../history/buckets";
import { collect, tell } from "../history/collect";
import { type Grid, gridOf } from "../history/grid";
import { type History, inSnapshot } from "../history/history";
import { scanLog } from "../history/log";
import { inSpans } from "../history/look";
import { readMark } from "../history/marks";
import type { Store } from "../open";
import { streamId } from "../stream/stream-id";

export type SeriesQuestion = { deviceId: string; stream: string; from: number; to: number; points: number };
type Chart = { stream: number; grid: Grid; from: number; to: number };

/**
 * Readings of a stream with from ≤ at ≤ to (UTC ms) in at most `points` buckets of equal width, each with its lowest, highest
 * and last value, their sum and count; `at` is the time of the bucket's last reading. Empty buckets are left out; null where
 * there is no such stream. From a minute on buckets are whole minutes, hours or days of Korea's calendar (see gridOf), and the
 * cost is that of the points and not of the readings.
 */
export async function readSeries(store: Store, question: SeriesQuestion): Promise<SeriesPoint[] | null> {
  const { from, to, points } = question;
  const stream = streamId(store, question.deviceId, question.stream);
  if (stream === undefined) return null;
  const chart = { stream, grid: gridOf(from, to, points), from, to };
  return (await withMemory(store.history, chart)) ?? (await fromDisk(store.history, chart));
}

async function withMemory(history: History, { stream, grid, from, to }: Chart): Promise<SeriesPoint[] | null> {
  const buckets = new Buckets(grid, from, to);
  const whole = await inSpans(history, { level: grid.level, from, to }, (start, end) => {
    collect(history.reader, stream, grid.level, start, end, buckets);
    tell(history.tails.between(stream, start, end), buckets);
  });
  return whole ? buckets.points() : null;
}

function fromDisk(history: History, { stream, grid, from, to }: Chart): Promise<SeriesPoint[]> {
  const buckets = new Buckets(grid, from, to);
  return inSnapshot(history, async (db) => {
    collect(db, stream, grid.level, from, to, buckets);
    const unpacked = Math.max(from, readMark(db, stream).packedTo + 1);
    await scanLog(db, [stream], unpacked, to, ({ at, value }) => buckets.add(at, value));
    return buckets.points();
  });
}
