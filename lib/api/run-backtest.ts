import type { WatchedDevice } from "../analyze/plan";
import { compare, Trial } from "../analyze/trial";
import { DAY, HOUR, KST_OFFSET_MS } from "../base/clock";
import type { Backtest, Episode } from "../contract/backtest";
import type { Zone } from "../contract/device";
import type { RuleBody } from "../contract/rule";
import type { Store } from "../store/open";
import { replayReadings } from "../store/reading/replay-readings";

export type BacktestParts = {
  store: Store;
  devices: readonly WatchedDevice[];
  zones: readonly Zone[];
  rule: RuleBody;
  /** The rule in force that it would replace. */
  present: RuleBody | null;
  from: number;
  to: number;
  signal: AbortSignal;
  /** How much of the time is behind it, 0 to 1. */
  progress(share: number): void;
};

const MOST_EPISODES = 300;
/** A rule that held or stood before the range is known only to who looks back a while. */
const LEAST_LOOK_BACK_MS = 6 * HOUR;

/** Tries a rule on what is stored, beside the present one on the same readings. The city has its turn all along; an aborted run ends early. */
export async function runBacktest(parts: BacktestParts): Promise<Omit<Backtest, "id" | "state" | "progress">> {
  const { devices, zones, rule, present, from, to } = parts;
  const began = performance.now();
  // what is remembered of the present must not be heard as the past
  const past = devices.map((d) => ({ ...d, streams: d.streams.map(({ before: _before, ...stream }) => stream) }));
  const tried = new Trial(rule, { devices: past, zones });
  const other = present && new Trial(present, { devices: past, zones });
  const trials = other ? [tried, other] : [tried];
  const streams = [...new Set(trials.flatMap((t) => [...t.keys]))].filter((key) => typeof key === "number");
  const readings = await feed(parts, trials, streams);
  const [now, before] = [tried.episodes, other?.episodes ?? []];
  const all = compare(now, before, from);
  const counted = (change: Episode["change"]) => all.filter((e) => e.change === change).length;
  const [same, added, gone] = [counted("same"), counted("added"), counted("gone")];
  return {
    from,
    to,
    readings,
    streams: streams.length,
    tookMs: Math.round(performance.now() - began),
    compared: other !== null,
    counts: { now: same + added, before: before.filter((e) => (e.clearedAt ?? to) >= from).length, added, gone },
    days: daysOf(now, before, from, to),
    episodes: all.toSorted(differsFirst).slice(0, MOST_EPISODES),
  };
}

/** Gives the trials every reading of these streams in order of time, from early enough before the range; how many there were. */
async function feed(
  { store, from, to, signal, progress }: BacktestParts,
  trials: readonly Trial[],
  streams: number[],
): Promise<number> {
  const start = from - Math.max(LEAST_LOOK_BACK_MS, ...trials.map((t) => t.spanMs));
  let readings = 0;
  for await (const { count, at, stream, value } of replayReadings(store, streams, start, to)) {
    if (signal.aborted) break;
    for (const trial of trials) for (let i = 0; i < count; i++) trial.sample(stream[i] ?? 0, at[i] ?? 0, value[i] ?? 0);
    readings += count;
    progress(((at[count - 1] ?? start) - start) / (to - start));
  }
  return readings;
}

type Raised = Pick<Episode, "raisedAt" | "clearedAt">;

function differsFirst(a: Episode, b: Episode): number {
  return Number(a.change === "same") - Number(b.change === "same") || b.raisedAt - a.raisedAt;
}

/** How often each would have raised on each day of Korea's calendar. */
function daysOf(now: readonly Raised[], before: readonly Raised[], from: number, to: number): Backtest["days"] {
  const dayOf = (at: number) => Math.floor((at + KST_OFFSET_MS) / DAY);
  const first = dayOf(from);
  const days = Array.from({ length: dayOf(to) - first + 1 }, (_, i) => ({
    at: (first + i) * DAY - KST_OFFSET_MS,
    now: 0,
    before: 0,
  }));
  const count = (episodes: readonly Raised[], field: "now" | "before") => {
    for (const { raisedAt } of episodes) {
      const day = days[dayOf(raisedAt) - first];
      if (day && raisedAt >= from) day[field]++;
    }
  };
  count(now, "now");
  count(before, "before");
  return days;
}
