import { MINUTE } from "../../base/clock";
import { nameOf, type Recipe, type RecipeInput } from "./recipe";
import { Series } from "./series";

/** A group of a network's inputs that are known or missing together. */
export type Group = {
  name: string;
  width: number;
  /** Made of the computed tide, which is part of what is learnt. */
  tidal?: true;
  /** The numbers at an instant, or null where they are not to be had. */
  read(at: number): number[] | null;
};

export type Streams = ReadonlyMap<string, Series>;

/** The tide at an instant, in the unit of the observed one. */
export type TideClock = (at: number) => number;

/** How old a level may be and still stand for the present; a flow is told more rarely. */
export const LEVEL_WITHIN_MS = 30 * MINUTE;
const FLOW_WITHIN_MS = 60 * MINUTE;
const NOW_WITHIN_MS = 15 * MINUTE;
/** The longest that any group looks back. */
export const LOOK_BACK_MS = 1520 * MINUTE;

const nothing = new Series();

/**
 * What a recipe's forecast is made of: the level itself ("own": without it there is no forecast), its past day, and every other
 * input as a group. The same code reads history to learn from and the present to forecast.
 */
export function groupsOf(recipe: Recipe, streams: Streams, tide: TideClock): Group[] {
  const level = streams.get(nameOf(recipe.target)) ?? nothing;
  const others = recipe.inputs.flatMap((input) => inputGroups(input, level, streams, tide));
  return [own(level), past(level), ...others];
}

function inputGroups(input: RecipeInput, level: Series, streams: Streams, tide: TideClock): Group[] {
  switch (input.role) {
    case "level":
      return [otherLevel(input.name, level, streams.get(nameOf(input.of)) ?? nothing)];
    case "flow":
      return [flow(input.name, streams.get(nameOf(input.of)) ?? nothing)];
    case "rain":
      return [
        rain(
          input.name,
          input.of.map((of) => streams.get(nameOf(of)) ?? nothing),
        ),
      ];
    case "tide":
      return [comingTide(input.name, tide), surge(input.name, streams.get(nameOf(input.of)) ?? nothing, tide)];
  }
}

const minutes = (list: readonly number[]) => list.map((m) => m * MINUTE);
/** The numbers, or null where one of them is missing. */
const whole = (numbers: number[]) => (numbers.every(Number.isFinite) ? numbers : null);

const OWN_LAGS = minutes([10, 20, 30, 60]);

function own(level: Series): Group {
  return {
    name: "own",
    width: 1 + OWN_LAGS.length,
    read: (at) => {
      const now = level.last(at, NOW_WITHIN_MS);
      return whole([now, ...OWN_LAGS.map((lag) => now - level.last(at - lag, LEVEL_WITHIN_MS))]);
    },
  };
}

const PAST_LAGS = minutes([90, 120, 180, 360]);
/** The tide comes again after 12 h 25 min and, of the same kind, after 24 h 50 min. */
const TIDES = minutes([750, 1490]);
const AFTER = minutes([60, 120, 180, 240, 360]);
const HALF_DAY = 12 * 60 * MINUTE;

function past(level: Series): Group {
  return {
    name: "past",
    width: PAST_LAGS.length + 3 + TIDES.length * AFTER.length,
    read: (at) => {
      const now = level.last(at, NOW_WITHIN_MS);
      const then = (ago: number) => level.last(at - ago, LEVEL_WITHIN_MS);
      const half = level.over(at - HALF_DAY, at);
      const day = level.over(at - (TIDES[1] ?? 0), at);
      return whole([
        ...PAST_LAGS.map((lag) => now - then(lag)),
        half.max - now,
        half.min - now,
        day.sum / day.count - now,
        ...TIDES.flatMap((ago) => AFTER.map((later) => then(ago - later) - then(ago))),
      ]);
    },
  };
}

const OTHER_LAGS = minutes([20, 60, 120]);

function otherLevel(name: string, level: Series, other: Series): Group {
  return {
    name,
    width: 1 + OTHER_LAGS.length,
    read: (at) => {
      const now = other.last(at, LEVEL_WITHIN_MS);
      const lags = OTHER_LAGS.map((lag) => now - other.last(at - lag, LEVEL_WITHIN_MS));
      return whole([now - level.last(at, LEVEL_WITHIN_MS), ...lags]);
    },
  };
}

/** A flow's means over these spans before now: the water on its way. */
const SPANS = minutes([0, 30, 60, 90, 120, 180, 240, 360, 720]);
const FLOW_CHANGES = minutes([30, 60, 180]);

function flow(name: string, series: Series): Group {
  return {
    name,
    width: SPANS.length - 1 + FLOW_CHANGES.length,
    read: (at) => {
      const now = steady(series, at);
      const means = SPANS.slice(1).map((to, i) => {
        const mean = steadyMean(series, at - to, at - (SPANS[i] ?? 0));
        return Number.isNaN(mean) ? steady(series, at - to) : mean;
      });
      // a level follows the root of a flow more than the flow
      const roots = means.map((mean) => Math.sqrt(Math.max(0, mean)) / 10);
      return whole([...roots, ...FLOW_CHANGES.map((lag) => (now - steady(series, at - lag)) / 1000)]);
    },
  };
}

const STEADY_MS = 30 * MINUTE;

function steady(series: Series, at: number): number {
  const mean = steadyMean(series, at - STEADY_MS, at);
  return Number.isNaN(mean) ? series.last(at, FLOW_WITHIN_MS) : mean;
}

/** The mean over (from, to] without the highest and the lowest: a dam's outflow says −990 or 25,000 now and then, once. */
function steadyMean(series: Series, from: number, to: number): number {
  const { count, sum, min, max } = series.over(from, to);
  return count > 2 ? (sum - min - max) / (count - 2) : sum / count;
}

const RAIN_SPANS = minutes([60, 180, 360, 720, 1440]);

function rain(name: string, gauges: readonly Series[]): Group {
  return {
    name,
    width: RAIN_SPANS.length,
    read: (at) => {
      const speaking = gauges.filter((gauge) => Number.isFinite(gauge.last(at, FLOW_WITHIN_MS)));
      if (speaking.length === 0) return null;
      return RAIN_SPANS.map((span) =>
        Math.sqrt(speaking.reduce((sum, gauge) => sum + gauge.over(at - span, at).sum, 0) / speaking.length),
      );
    },
  };
}

/** The tide from six hours ago, which a river far from the sea feels now, to three hours ahead. */
const TIDE_OFFSETS = minutes(Array.from({ length: 19 }, (_, i) => -360 + 30 * i));

function comingTide(name: string, tide: TideClock): Group {
  return {
    name: `${name}-coming`,
    tidal: true,
    width: TIDE_OFFSETS.length,
    read: (at) => whole(TIDE_OFFSETS.map((offset) => tide(at + offset))),
  };
}

/** How much higher the sea stands than its tide: wind and air pressure. */
function surge(name: string, observed: Series, tide: TideClock): Group {
  return {
    name: `${name}-surge`,
    tidal: true,
    width: 1,
    read: (at) => whole([observed.last(at, FLOW_WITHIN_MS) - tide(at)]),
  };
}
