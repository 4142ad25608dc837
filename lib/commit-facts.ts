import type { Remembered } from "./analyze/remembered";
import type { Watch } from "./analyze/watch";
import { movesOf } from "./ingest/moves";
import type { Row } from "./ingest/validate";
import type { CommitFacts, LatestRow, RuleStateRow } from "./store/reading/commit-readings";
import type { ReadingRow } from "./store/reading/pack-rows";

/** What a group comes to on the disk, but for its alerts: readings, the newest of each stream, doubts, and what rules and forecasts (`foretold`) remember. */
export function factsOf(
  watch: Watch,
  foretold: readonly Remembered[],
  fresh: readonly Row[],
  late: readonly Row[],
  newest: readonly Row[],
): Omit<CommitFacts, "raised" | "changed" | "cleared" | "forecasts" | "seen" | "notices"> {
  const { doubted, confirmed } = watch.doubts;
  return {
    fresh: fresh.map(readingRow),
    late: late.map(readingRow),
    latest: newest.map((row): LatestRow => [row.at, row.stream.id, row.value, sinceOf(watch, row)]),
    doubted: doubted.map(({ key, at, believedAt, believed }) => [Number(key), at, believedAt, believed]),
    confirmed: confirmed.map(({ key, at }) => [Number(key), at]),
    memories: [...watch.changes(), ...foretold].map(memoryRow),
    moves: movesOf(newest, (stream) => watch.heardOf(stream)?.doubted ?? false),
  };
}

export function memoryRow({ ruleId, deviceId, stream, memory }: Remembered): RuleStateRow {
  return [ruleId, deviceId, stream, memory];
}

/** The last of each stream: fresh rows have moved its mark, and the last of them stands on it. */
export function newestOf(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.at === row.stream.markAt);
}

function readingRow({ at, stream, value }: Row): ReadingRow {
  return [at, stream.id, value];
}

function sinceOf(watch: Watch, { stream, at }: Row): number {
  return watch.heardOf(stream.id)?.sameSince ?? at;
}
