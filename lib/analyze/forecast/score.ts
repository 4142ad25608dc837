import { decide, type ForecastMemory, type ForecastSight, firstMemory, type Operating, REARM_MS } from "./decide";

/** One upward crossing of a level, and how long before it the forecast alert had been raised, ms; null: there was none. */
export type Event = { at: number; leadMs: number | null };
/** One forecast alert from its raising to its end. */
export type Episode = { from: number; to: number; outcome: "fulfilled" | "lapsed" };
export type Score = { events: Event[]; episodes: Episode[] };

/** After a longer hole than this everything begins anew, and what was expected is not judged. */
const HOLE_MS = REARM_MS;

/**
 * Runs the decider over a history of sights in order of time. An upward crossing is the first sight over the level after an hour
 * or more below it: a level around which the water plays is crossed once.
 */
export function scoreOf(rule: Operating, sights: Iterable<ForecastSight>): Score {
  const score: Score = { events: [], episodes: [] };
  let memory: ForecastMemory = firstMemory;
  let [before, lastOver] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const sight of sights) {
    if (sight.at - before > HOLE_MS) memory = firstMemory;
    before = sight.at;
    const { memory: next, word } = decide(rule, memory, sight);
    memory = next;
    if (word?.type === "fulfil") score.episodes.push({ from: word.since, to: sight.at, outcome: "fulfilled" });
    if (word?.type === "lapse") score.episodes.push({ from: word.since, to: sight.at, outcome: "lapsed" });
    if (!sight.over) continue;
    if (sight.at - lastOver > REARM_MS)
      score.events.push({ at: sight.at, leadMs: word?.type === "fulfil" ? sight.at - word.since : null });
    lastOver = sight.at;
  }
  return score;
}

export type Figures = {
  events: number;
  hits: number;
  /** Share of the events that had been forecast; NaN of none. */
  hitShare: number;
  /** Lead time of the hits, ms: 10th, 50th and 90th percentile; NaN of none. */
  lead: [p10: number, p50: number, p90: number];
  episodes: number;
  falseAlarms: number;
  /** Share of the alerts that were false; 0 of none. */
  falseShare: number;
};

export function figuresOf({ events, episodes }: Score): Figures {
  const leads = events.flatMap((e) => (e.leadMs === null ? [] : [e.leadMs])).sort((a, b) => a - b);
  const falseAlarms = episodes.filter((e) => e.outcome === "lapsed").length;
  const at = (share: number) =>
    leads[Math.min(leads.length - 1, Math.max(0, Math.ceil(share * leads.length) - 1))] ?? Number.NaN;
  return {
    events: events.length,
    hits: leads.length,
    hitShare: leads.length / events.length,
    lead: [at(0.1), at(0.5), at(0.9)],
    episodes: episodes.length,
    falseAlarms,
    falseShare: episodes.length === 0 ? 0 : falseAlarms / episodes.length,
  };
}

/** Several scores as one: of other years, of other levels. */
export function together(scores: readonly Score[]): Score {
  return { events: scores.flatMap((s) => s.events), episodes: scores.flatMap((s) => s.episodes) };
}
