import type { RuleBody } from "../../lib/contract/rule";

export const KIND = "street-flood";
export const STREAM = "water-depth";

/** What a rule of this bench asks of water depth (mm), and no more: the oracle reads this, not the city's judge. */
export type Asked = {
  raise: number;
  clear: number;
  /** How long it must stand, and be safe, ms of event time. */
  holdMs: number;
  holdDownMs: number;
  /** Sum of the last so many ms, instead of the value itself; 0: the value. */
  sumMs: number;
};

export const asked: Record<string, Asked> = {
  "crash-level": { raise: 300, clear: 200, holdMs: 0, holdDownMs: 0, sumMs: 0 },
  "crash-held": { raise: 250, clear: 240, holdMs: 1000, holdDownMs: 600, sumMs: 0 },
  "crash-sum": { raise: 14_000, clear: 6_000, holdMs: 0, holdDownMs: 0, sumMs: 1000 },
};

const words = { ko: "시험", en: "test" };

/** The rule as the city is given it. */
export function ruleOf({ raise, clear, holdMs, holdDownMs, sumMs }: Asked): RuleBody {
  return {
    name: words,
    advice: words,
    hazard: "flood",
    level: 2,
    scope: { kind: KIND },
    stream: STREAM,
    measure: sumMs > 0 ? { type: "sum", windowMs: sumMs } : { type: "value" },
    direction: "at-or-above",
    raise,
    clear,
    holdMs,
    ...(holdDownMs > 0 && { holdDownMs }),
    publish: true,
    source: "bench",
    effectiveFrom: "2020-01-01",
    official: false,
    enabled: true,
  };
}
