import { z } from "zod";
import { DAY } from "../base/clock";

const WindowMs = z
  .number()
  .int()
  .positive()
  .max(7 * DAY);
const Hour = z.number().int().min(0).max(24);

/** Hours of Korea's day in which a rule looks: from `from` up to but without `to`; 22 to 6 goes over midnight. */
export const Hours = z
  .object({ from: Hour.max(23), to: Hour.min(1) })
  .refine((h) => h.from !== h.to, { path: ["to"], message: "the hours begin and end at different times" });
export type Hours = z.infer<typeof Hours>;

export const Direction = z.enum(["at-or-above", "at-or-below"]);
export type Direction = z.infer<typeof Direction>;

const value = z.object({ type: z.literal("value") });
/** What came within the window, in the stream's unit. */
const sum = z.object({ type: z.literal("sum"), windowMs: WindowMs });
/** The mean of what was read within the window; unknown while the readings span less than half of it. */
const mean = z.object({ type: z.literal("mean"), windowMs: WindowMs });
/** How fast the value changes, units per hour: the median slope, which one spike does not move; five readings at least. */
const rise = z.object({ type: z.literal("rise"), windowMs: WindowMs });

export const StreamMeasure = z.discriminatedUnion("type", [value, sum, mean, rise]);
export type StreamMeasure = z.infer<typeof StreamMeasure>;

/** One of several things that a rule asks at once, of every stream of that name (and kind, where named) that it looks at. */
export const Condition = z
  .object({
    kind: z.string().min(1).optional(),
    stream: z.string().min(1),
    measure: StreamMeasure,
    direction: Direction,
    raise: z.number(),
    clear: z.number(),
  })
  .refine((c) => safeSide(c), { path: ["clear"], message: "the clear value lies on the safe side of the raise value" });
export type Condition = z.infer<typeof Condition>;

/** How many of these conditions hold: raised at 1 it is any of them, raised at their number all of them. */
const conditions = z.object({
  type: z.literal("conditions"),
  over: z.enum(["device", "zone"]).describe("whose streams count together: those of one device, or of all in a zone"),
  of: z.array(Condition).min(1).max(8),
});

/** Own value less the median of the newest of the same stream of the same kind nearby. */
const neighbours = z.object({
  type: z.literal("neighbours"),
  radiusM: z.number().positive().max(50_000).optional().describe("metres; without it those of the same zone"),
  atLeast: z.number().int().min(2).max(50).describe("fewer neighbours say nothing"),
});

/** A zone's day, on `days` days running: each station's highest or lowest of Korea's calendar day, then one value of them all. */
const daily = z.object({
  type: z.literal("daily"),
  of: z.enum(["max", "min"]),
  days: z.number().int().min(1).max(7),
  across: z.enum(["median", "mean", "max", "min"]).describe("the zone's value of its stations' values"),
  hours: Hours.optional().describe("only these hours of the day, such as the morning"),
});

/** Minutes without a sign of life of the device, or, where the rule names a stream, without a reading of it. */
const silence = z.object({ type: z.literal("silence") });

/** What a rule looks at. */
export const Measure = z.discriminatedUnion("type", [value, sum, mean, rise, neighbours, daily, conditions, silence]);
export type Measure = z.infer<typeof Measure>;

type Limits = { direction: Direction; raise: number; clear: number };

/** Whether `clear` lies where it is safe, seen from `raise`; both may be the same. */
export function safeSide({ direction, raise, clear }: Limits): boolean {
  return direction === "at-or-above" ? clear <= raise : clear >= raise;
}

/** Whether a rule of this measure judges a zone as a whole, and not one device. */
export function isZoneWide(measure: Measure): boolean {
  return measure.type === "daily" || (measure.type === "conditions" && measure.over === "zone");
}
