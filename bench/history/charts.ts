import Database from "better-sqlite3";
import { DAY } from "../../lib/base/clock";
import { quantile } from "../figures";
import { readingOf, type Source } from "./mix";

export const SPANS = [
  { name: "24 hours", ms: DAY },
  { name: "30 days", ms: 30 * DAY },
  { name: "1 year", ms: 365 * DAY },
] as const;
export const POINTS = 1000;
export type Timing = { p50: number; p99: number; points: number };
export type AskChart = (source: Source, from: number, to: number) => Promise<number>;

/** One chart after the other, of this and that stream; `ask` gives how many points came. The first few warm up. */
export async function timeCharts(
  all: readonly Source[],
  spanMs: number,
  end: number,
  count: number,
  ask: AskChart,
): Promise<Timing> {
  const took: number[] = [];
  let points = 0;
  for (let i = -10; i < count; i++) {
    // the dense stream is every tenth, the rest in turn
    const source = i % 10 === 0 ? all.at(-1) : all[(Math.max(0, i) * 37) % all.length];
    if (!source) continue;
    const to = end - Math.max(0, i) * 61_007;
    const began = performance.now();
    points = Math.max(points, await ask(source, to - spanMs + 1, to));
    if (i >= 0) took.push(performance.now() - began);
  }
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), points };
}

/** The same charts from bare SQLite: a table with the last 30 days of the dense stream and nobody else's, grouped by bucket. */
export function bareCharts(source: Source, place: number, start: number, end: number): Map<string, number> {
  const db = new Database(":memory:");
  db.exec("CREATE TABLE r (at INTEGER PRIMARY KEY, value REAL)");
  const insert = db.prepare("INSERT INTO r VALUES (?, ?)");
  db.transaction(() => {
    const first = Math.max(0, Math.floor((end - 30 * DAY - start) / source.everyMs));
    for (let k = first; start + k * source.everyMs < end; k++) {
      const { at, value } = readingOf(source, place, start, k);
      insert.run(at, value);
    }
  })();
  const chart = db.prepare(
    "SELECT max(at), min(value), max(value), sum(value), count(*) FROM r WHERE at >= ? AND at <= ? GROUP BY at / ?",
  );
  const took = new Map<string, number>();
  for (const { name, ms } of SPANS.slice(0, 2)) {
    const began = performance.now();
    chart.all(end - ms, end, Math.ceil(ms / POINTS));
    took.set(name, performance.now() - began);
  }
  db.close();
  return took;
}
