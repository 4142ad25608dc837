import { z } from "zod";
import { Ms, Slug, Words } from "./common";
import { Hazard, Level } from "./level";

/** What a rule looks at. */
export const Measure = z.discriminatedUnion("type", [
  z.object({ type: z.literal("value") }),
  z.object({
    type: z.literal("sum"),
    windowMs: z
      .number()
      .int()
      .positive()
      .max(7 * 86_400_000),
  }),
  z.object({ type: z.literal("silence") }),
]);
export type Measure = z.infer<typeof Measure>;

/** Where a rule holds: every part that is named must fit; at least one is named. */
export const Scope = z
  .object({ kind: z.string().min(1), zone: z.string().min(1), device: z.string().min(1) })
  .partial()
  .refine((s) => s.kind || s.zone || s.device, "name a kind, a zone or a device");
export type Scope = z.infer<typeof Scope>;

export const RuleBody = z
  .object({
    name: Words,
    hazard: Hazard,
    level: Level,
    scope: Scope,
    stream: z.string().describe("empty for silence"),
    measure: Measure,
    direction: z.enum(["at-or-above", "at-or-below"]),
    raise: z
      .number()
      .describe("raised at or beyond this value, in the stream's unit; minutes without a sign of life for silence"),
    clear: z.number().describe("cleared at or beyond this value on the safe side (hysteresis)"),
    holdMs: z.number().int().min(0).max(86_400_000).describe("how long the value must stand before it raises"),
    publish: z.boolean().describe("citizens see it as soon as it is raised"),
    advice: Words.describe("what citizens shall do"),
    source: z.string().min(1).max(500),
    effectiveFrom: z.iso.date(),
    official: z.boolean(),
    enabled: z.boolean(),
  })
  .refine((r) => r.measure.type === "silence" || r.stream.length > 0, { path: ["stream"], message: "name a stream" })
  .refine((r) => (r.direction === "at-or-above" ? r.clear <= r.raise : r.clear >= r.raise), {
    path: ["clear"],
    message: "the clear value lies on the safe side of the raise value",
  });
export type RuleBody = z.infer<typeof RuleBody>;

export const Rule = z.intersection(
  RuleBody,
  z.object({ id: Slug, version: z.number().int(), createdAt: Ms, createdBy: z.string() }),
);
export type Rule = z.infer<typeof Rule>;
