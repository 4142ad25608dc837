import { HOUR, MINUTE } from "../../base/clock";
import type { ForecastSight, Operating } from "./decide";
import { type Figures, figuresOf, type Score, scoreOf, together } from "./score";

/** One level of history, with the chance that was forecast of it within a horizon, at each instant. */
export type Trial = (horizonMs: number) => Iterable<ForecastSight>;
export type Tried = { operating: Operating; figures: Figures; worth: number };

/** Within how long a crossing may be asked about. */
export const HORIZON_CHOICES: readonly number[] = [4 * HOUR, 6 * HOUR];
const RAISE_CHOICES = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const HOLD_CHOICES = [0, 10 * MINUTE];
const LAPSE_PART = 0.4;

/** Every way to decide, with what it would have given on these trials. */
export function tryAll(trials: readonly Trial[]): Tried[] {
  return HORIZON_CHOICES.flatMap((horizonMs) => {
    const sights = trials.map((trial) => [...trial(horizonMs)]);
    return RAISE_CHOICES.flatMap((raise) =>
      HOLD_CHOICES.map((holdMs) => {
        const operating = { horizonMs, raise, holdMs, lapse: LAPSE_PART * raise };
        const score = together(sights.map((list) => scoreOf(operating, list)));
        return { operating, figures: figuresOf(score), worth: worthOf(score) };
      }),
    );
  });
}

/** The way to decide that was worth most. */
export function bestOf(tried: readonly Tried[]): Operating {
  const [first, ...rest] = tried;
  if (!first) throw new Error("nothing was tried");
  return rest.reduce((best, one) => (one.worth > best.worth ? one : best), first).operating;
}

const ENOUGH_LEAD_MS = 4 * HOUR;
const FALSE_FREE = 1 / 8;

/**
 * What alerts are worth: the lead that they give, up to four hours; nothing for a miss, and less the more of them are false.
 * One false alarm in five is what people's trust bears. It is tuned for one in eight, since a summer that was not tuned on has more
 * (tuned for one in six, 2012–2019 had one in five); beyond that each costs much lead.
 */
export function worthOf(score: Score): number {
  const { hitShare, falseShare } = figuresOf(score);
  if (score.events.length === 0) return -falseShare;
  const lead =
    score.events.reduce((sum, e) => sum + Math.min(1, (e.leadMs ?? 0) / ENOUGH_LEAD_MS), 0) / score.events.length;
  return lead - 4 * Math.max(0, falseShare - FALSE_FREE) - 2 * (1 - hitShare);
}
