import { z } from "zod";
import { Slug, Words } from "./common";
import type { TimelineEntry } from "./incident";
import { Hazard, Level } from "./level";

export const ProcedureStep = z.object({ id: Slug, text: Words });
export type ProcedureStep = z.infer<typeof ProcedureStep>;

/** What is to be done about a hazard from a level on (standard operating procedure): an incident that rises gets more steps and keeps those that it has. */
export const Procedure = z.object({
  hazard: Hazard,
  level: Level,
  steps: z.array(ProcedureStep).min(1).max(30),
  source: Words.describe("who wrote it, and when"),
  official: z.boolean().describe("false: this house's own, not an authority's"),
});
export type Procedure = z.infer<typeof Procedure>;

/** Ids of steps are unique in the whole list: a tick names its step by it. */
export const Procedures = z
  .array(Procedure)
  .max(28)
  .refine((all) => isUnique(all.map((p) => `${p.hazard} ${p.level}`)), {
    message: "one procedure for a hazard and a level",
  })
  .refine((all) => isUnique(all.flatMap((p) => p.steps.map((s) => s.id))), {
    message: "each step has an id of its own",
  });
export type Procedures = z.infer<typeof Procedures>;

const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** The procedures of an incident, those of the lower levels first. */
export function proceduresFor(
  procedures: readonly Procedure[],
  { hazard, level }: Pick<Procedure, "hazard" | "level">,
): Procedure[] {
  return procedures.filter((p) => p.hazard === hazard && p.level <= level).sort((a, b) => a.level - b.level);
}

export const STEP_DONE = "step-done";
export const STEP_UNDONE = "step-undone";

/** The entry that ticked each step which is ticked now: who, and when. The timeline alone says it, so that nothing contradicts it. */
export function ticksOf(timeline: readonly TimelineEntry[]): ReadonlyMap<string, TimelineEntry> {
  const ticks = new Map<string, TimelineEntry>();
  for (const entry of timeline) {
    const { stepId } = entry.detail;
    if (typeof stepId !== "string") continue;
    if (entry.kind === STEP_DONE) ticks.set(stepId, entry);
    if (entry.kind === STEP_UNDONE) ticks.delete(stepId);
  }
  return ticks;
}
