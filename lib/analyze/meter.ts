import { DAY } from "../base/clock";
import type { RuleBody } from "../contract/rule";
import { Days } from "./days";
import { median } from "./median";
import { createSlope } from "./slope";
import { createWindow } from "./window";

/** Makes what a rule judges out of what its streams said. */
export type Meter = {
  /** Takes a reading of one of the streams (`key`) that the rule listens to; also one that comes late or was stored before. */
  push(key: number | string, at: number, value: number): void;
  /** What the rule judges at `at`, UTC ms; NaN where too little is known. */
  value(at: number): number;
  /** How far back, ms, the readings reach that it has to be told after a restart. */
  spanMs: number;
};

/** The newest reading of a stream nearby. */
export type Nearby = { at: number; value: number; staleAfterMs: number };

/** Of the stream itself: when it is stale; and who else is asked. */
type Surroundings = { stations: number; staleAfterMs: number; nearby: readonly Nearby[] };

/** The meter of a rule; null where the reading itself is judged. */
export function createMeter(rule: RuleBody, { stations, staleAfterMs, nearby }: Surroundings): Meter | null {
  const { measure } = rule;
  switch (measure.type) {
    case "sum": {
      const { push, sum } = createWindow(measure.windowMs, staleAfterMs);
      const spanMs = measure.windowMs + staleAfterMs;
      return { push: (_, at, value) => push(at, value), value: sum, spanMs };
    }
    case "mean": {
      const { push, mean } = createWindow(measure.windowMs);
      return { push: (_, at, value) => push(at, value), value: mean, spanMs: measure.windowMs };
    }
    case "rise": {
      const { push, perHour } = createSlope(measure.windowMs);
      return { push: (_, at, value) => push(at, value), value: perHour, spanMs: 2 * measure.windowMs };
    }
    case "daily": {
      const days = new Days(measure, rule, stations);
      return {
        push: (key, at, value) => days.push(key, at, value),
        value: () => days.value(),
        spanMs: (measure.days + 1) * DAY,
      };
    }
    case "neighbours":
      return deviation(measure.atLeast, nearby);
    default:
      return null;
  }
}

/** Own value less the median of what the neighbours said last; one that is stale says nothing. */
function deviation(atLeast: number, nearby: readonly Nearby[]): Meter {
  let own = { at: Number.NEGATIVE_INFINITY, value: Number.NaN };
  return {
    push: (_, at, value) => {
      if (at > own.at) own = { at, value };
    },
    value: (at) => {
      const known = nearby.filter((n) => n.at > at - n.staleAfterMs && n.at <= at + n.staleAfterMs);
      return known.length < atLeast ? Number.NaN : own.value - median(known.map((n) => n.value));
    },
    spanMs: 0,
  };
}
