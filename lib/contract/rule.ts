import { z } from "zod";
import { DAY } from "../base/clock";
import { Ms, Slug, Words } from "./common";
import { Hazard, Level } from "./level";
import { Direction, Hours, Measure, safeSide } from "./measure";

/** Where a rule holds: every part that is named must fit; at least one is named. */
export const Scope = z
  .object({ kind: z.string().min(1), zone: z.string().min(1), device: z.string().min(1) })
  .partial()
  .refine((s) => s.kind || s.zone || s.device, "name a kind, a zone or a device");
export type Scope = z.infer<typeof Scope>;

/** A further level of the same rule: the alert that stands rises to it, and falls back. */
export const Step = z.object({ level: Level, raise: z.number(), clear: z.number() });
export type Step = z.infer<typeof Step>;

const HoldMs = z.number().int().min(0).max(DAY);

// what came after the first version is optional: rules that are stored stay as they are
const Body = z.object({
  name: Words,
  hazard: Hazard,
  level: Level,
  scope: Scope,
  stream: z.string().describe("empty for a device's silence and for conditions, which name their own"),
  measure: Measure,
  direction: Direction,
  raise: z
    .number()
    .describe("raised at or beyond this value: the stream's unit, units per hour, minutes of silence, or conditions"),
  clear: z.number().describe("cleared at or beyond this value on the safe side (hysteresis)"),
  steps: z.array(Step).max(3).optional().describe("higher levels, each beyond the one before"),
  holdMs: HoldMs.describe("how long the value must stand before it raises"),
  holdDownMs: HoldMs.optional().describe("how long the value must be safe before it clears"),
  months: z.array(z.number().int().min(1).max(12)).min(1).max(12).optional().describe("raises in these months only"),
  hours: Hours.optional().describe("raises in these hours of Korea's day only"),
  publish: z.boolean().describe("citizens see it as soon as it is raised"),
  advice: Words.describe("what citizens shall do"),
  source: z.string().min(1).max(500),
  effectiveFrom: z.iso.date(),
  official: z.boolean(),
  enabled: z.boolean(),
});
type Body = z.infer<typeof Body>;

export const RuleBody = Body.refine((r) => r.stream.length > 0 || namesNoStream(r.measure), {
  path: ["stream"],
  message: "name a stream",
})
  .refine(safeSide, { path: ["clear"], message: "the clear value lies on the safe side of the raise value" })
  .refine((r) => stepsRise(r), { path: ["steps"], message: "each level lies beyond the one before" })
  .refine((r) => countsConditions(r), {
    path: ["raise"],
    message: "a whole number of conditions, one at least, and not more than there are",
  });
export type RuleBody = z.infer<typeof RuleBody>;

export const Rule = z.intersection(
  RuleBody,
  z.object({ id: Slug, version: z.number().int(), createdAt: Ms, createdBy: z.string() }),
);
export type Rule = z.infer<typeof Rule>;

/** Whether a rule of this measure may leave its stream open. */
export function namesNoStream(measure: Measure): boolean {
  return measure.type === "silence" || measure.type === "conditions";
}

// so that who stands on a level stands on all below it, whatever comes
function stepsRise({ direction, level, raise, clear, steps = [] }: Body): boolean {
  const sign = direction === "at-or-above" ? 1 : -1;
  const ladder = [{ level, raise, clear }, ...steps];
  return ladder.slice(1).every((step, i) => {
    const below = ladder[i] ?? step;
    const beyond = sign * (step.raise - below.raise) > 0 && sign * (step.clear - below.clear) >= 0;
    return beyond && step.level > below.level && safeSide({ direction, ...step });
  });
}

function countsConditions({ measure, direction, raise, clear }: Body): boolean {
  if (measure.type !== "conditions") return true;
  const possible = Number.isInteger(raise) && raise >= 1 && raise <= measure.of.length;
  return possible && direction === "at-or-above" && clear < raise;
}
