import { z } from "zod";
import { AgencyReason } from "./agency";
import { Ms } from "./common";
import { nextStep } from "./escalation";
import { Level } from "./level";

/** What is owed after an agency was asked, in order. `answered`: accepted, or refused with a reason. `unit`: somebody is named who goes. */
export const ResponseStep = z.enum(["received", "answered", "unit", "en-route", "arrived", "cleared"]);
export type ResponseStep = z.infer<typeof ResponseStep>;

/** Whom a late request reaches: the asked agency again, the desk, the shift's lead, or the agency that could be asked instead. */
export const LateTarget = z.enum(["asked", "desk", "lead", "next"]);
export type LateTarget = z.infer<typeof LateTarget>;

/** A step that was taken because a deadline was missed. Times are the city's clock. */
export const LateStep = z.object({
  step: z.number().int(),
  to: LateTarget,
  dueAt: Ms,
  at: Ms,
  /** The agency that `next` suggests; null where there is none. */
  agencyId: z.string().nullable(),
  /** Why that one, and the zone by which the place is its area. */
  reason: AgencyReason.optional(),
  zone: z.string().nullish(),
});
export type LateStep = z.infer<typeof LateStep>;

/** By when a step is owed, by the city's clock, and what came of it. A miss (`missedAt`) stays, however late the step came. */
export const Deadline = z.object({
  step: ResponseStep,
  /** The incident's level when the agency was asked, or since it rose. */
  level: Level,
  dueAt: Ms,
  /** dropped: refused or taken back, nobody waits for it any more. */
  state: z.enum(["open", "met", "dropped"]),
  /** When it was met or dropped. */
  endedAt: Ms.nullable(),
  missedAt: Ms.nullable(),
  escalations: z.array(LateStep),
});
export type Deadline = z.infer<typeof Deadline>;

/** How late a step came, ms; null where it was in time, or has not come. */
export function lateMs({ state, missedAt, endedAt, dueAt }: Deadline): number | null {
  return state === "met" && missedAt !== null && endedAt !== null ? endedAt - dueAt : null;
}

/** Of the deadlines that nobody has met: the first in the order of the steps, which is the one that counts. */
export function firstOpen(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.find((d) => d.state === "open");
}

const Minutes = z.number().min(0.01).max(1440).nullable();
/** Minutes from the request to each step; null: no deadline. */
export const StepMinutes = z
  .object({
    received: Minutes,
    answered: Minutes,
    unit: Minutes,
    "en-route": Minutes,
    arrived: Minutes,
    cleared: Minutes,
  })
  .refine((minutes) => rising(ResponseStep.options.flatMap((step) => minutes[step] ?? [])), {
    message: "each step is due no earlier than the one before",
  });
export type StepMinutes = z.infer<typeof StepMinutes>;

const LateSteps = z
  .array(z.object({ afterMin: z.number().min(0).max(1440), to: LateTarget }))
  .max(6)
  .refine((steps) => rising(steps.map((s) => s.afterMin)), {
    message: "each step comes no earlier than the one before",
  });

function rising(numbers: readonly number[]): boolean {
  return numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0));
}

const LevelPolicy = z.object({ minutes: StepMinutes, late: LateSteps });
/** By level: by when each step is owed, and what happens, minutes after a miss, while the step has not come. */
export const ResponsePolicy = z.object({ "1": LevelPolicy, "2": LevelPolicy, "3": LevelPolicy, "4": LevelPolicy });
export type ResponsePolicy = z.infer<typeof ResponsePolicy>;

/** What every city starts with: this product's own estimate (2026, local, not official); the admin changes it. */
export const firstResponsePolicy: ResponsePolicy = {
  "1": { minutes: { received: 10, answered: 30, unit: 45, "en-route": 60, arrived: 120, cleared: null }, late: [] },
  "2": {
    minutes: { received: 3, answered: 10, unit: 15, "en-route": 20, arrived: 40, cleared: null },
    late: [
      { afterMin: 5, to: "asked" },
      { afterMin: 15, to: "lead" },
    ],
  },
  "3": {
    minutes: { received: 1, answered: 3, unit: 4, "en-route": 5, arrived: 15, cleared: null },
    late: [
      { afterMin: 1, to: "asked" },
      { afterMin: 3, to: "lead" },
      { afterMin: 5, to: "next" },
    ],
  },
  "4": {
    minutes: { received: 1, answered: 2, unit: 3, "en-route": 4, arrived: 10, cleared: null },
    late: [
      { afterMin: 0.5, to: "asked" },
      { afterMin: 1, to: "lead" },
      { afterMin: 2, to: "next" },
    ],
  },
};

/** The next step because of a missed deadline that is still open, and when it is due; null where there is none left. */
export function nextLateStep(deadline: Deadline, policy: ResponsePolicy) {
  if (deadline.state !== "open") return null;
  return nextStep(policy[`${deadline.level}`].late, deadline.escalations.length, deadline.dueAt);
}
