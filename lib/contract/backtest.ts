import { z } from "zod";
import { DAY } from "../base/clock";
import { Ms, Slug } from "./common";
import { Level } from "./level";
import { RuleBody } from "./rule";

export const BacktestSpan = z.enum(["day", "month", "year"]);
export type BacktestSpan = z.infer<typeof BacktestSpan>;
export const spanMs: Record<BacktestSpan, number> = { day: DAY, month: 30 * DAY, year: 365 * DAY };

/** What to try: a rule as it would be saved, beside the rule in force that it would replace, if there is one. */
export const BacktestAsk = z.object({ rule: RuleBody, ruleId: Slug.optional(), span: BacktestSpan });

/** One time that the rule would have raised. `change`: raised by both, by the new rule only, or by the present one only. */
export const Episode = z.object({
  change: z.enum(["same", "added", "gone"]),
  deviceId: z.string(),
  /** Of a zone that is judged as a whole. */
  zone: z.string().nullable(),
  level: Level,
  raisedAt: Ms,
  /** Null: it still stands at the end. */
  clearedAt: Ms.nullable(),
  value: z.number(),
});
export type Episode = z.infer<typeof Episode>;

/** One day of Korea's calendar (its start, UTC ms): how often the new and the present rule would have raised. */
export const BacktestDay = z.object({ at: Ms, now: z.number().int(), before: z.number().int() });

export const Backtest = z.object({
  id: z.string(),
  state: z.enum(["running", "done", "cancelled", "failed"]),
  /** 0 to 1. */
  progress: z.number(),
  from: Ms,
  to: Ms,
  readings: z.number().int(),
  streams: z.number().int(),
  tookMs: z.number(),
  /** Episodes of the new rule, of the present one, and what differs. */
  counts: z.object({ now: z.number(), before: z.number(), added: z.number(), gone: z.number() }),
  /** False where there is no present rule to compare with. */
  compared: z.boolean(),
  days: z.array(BacktestDay),
  /** What differs first, then the newest; at most 300. */
  episodes: z.array(Episode),
});
export type Backtest = z.infer<typeof Backtest>;
