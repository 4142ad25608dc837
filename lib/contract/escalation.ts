import { z } from "zod";
import { MINUTE } from "../base/clock";
import { Ms } from "./common";
import { Level } from "./level";

/** Whom a step reaches: the desk (louder), the shift's lead (the admins), or an agency by its id. */
export const EscalationTarget = z.union([z.literal("desk"), z.literal("lead"), z.string().regex(/^agency:[^\s]+$/)]);
export type EscalationTarget = z.infer<typeof EscalationTarget>;

/** After so many minutes without anybody's acknowledgement. */
export const EscalationStep = z.object({
  afterMin: z.number().min(0.5).max(1440),
  to: EscalationTarget,
});
export type EscalationStep = z.infer<typeof EscalationStep>;

const Steps = z
  .array(EscalationStep)
  .max(6)
  .refine((steps) => steps.every((s, i) => i === 0 || s.afterMin > (steps[i - 1]?.afterMin ?? 0)), {
    message: "each step comes later than the one before",
  });

/** What happens when nobody acknowledges an alert, by level. */
export const EscalationPolicy = z.object({ "1": Steps, "2": Steps, "3": Steps, "4": Steps });
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;

/** A step that was taken. `rise` counts how often the alert had risen by then: each rise begins anew. */
export const Escalation = z.object({
  rise: z.number().int(),
  step: z.number().int(),
  level: Level,
  to: EscalationTarget,
  dueAt: Ms,
  at: Ms,
});
export type Escalation = z.infer<typeof Escalation>;

/** What every city starts with: this product's own estimate (2026, local, not official); the admin changes it. */
export const firstPolicy: EscalationPolicy = {
  "1": [],
  "2": [{ afterMin: 15, to: "desk" }],
  "3": [
    { afterMin: 5, to: "desk" },
    { afterMin: 10, to: "lead" },
  ],
  "4": [
    { afterMin: 2, to: "desk" },
    { afterMin: 5, to: "lead" },
  ],
};

/** The step after `taken` of them, and when it is due: minutes from `since` (UTC ms). Null after the last. */
export function nextStep<S extends { afterMin: number }>(
  steps: readonly S[],
  taken: number,
  since: number,
): { given: S; step: number; dueAt: number } | null {
  const given = steps[taken];
  return given ? { given, step: taken, dueAt: Math.round(since + given.afterMin * MINUTE) } : null;
}

type Escalating = {
  state: string;
  level: Level;
  hazard: string;
  recordedAt: number;
  levels?: { at: number; from: number; level: number }[] | undefined;
  escalations?: Escalation[] | undefined;
};

/**
 * The next step of an alert that nobody has acknowledged, and when it is due (the city's clock, UTC ms); null where there is
 * none: it is acknowledged, over, or every step was taken. It counts from when the alert was recorded, or rose last.
 */
export function nextEscalation(
  alert: Escalating,
  policy: EscalationPolicy,
): (Omit<Escalation, "at"> & { count: number }) | null {
  if (alert.state !== "raised") return null;
  const rises = (alert.levels ?? []).filter((change) => change.level > change.from);
  const rise = rises.length;
  const steps = policy[String(alert.level) as keyof EscalationPolicy];
  const taken = (alert.escalations ?? []).filter((e) => e.rise === rise).length;
  const next = nextStep(steps, taken, Math.max(alert.recordedAt, rises.at(-1)?.at ?? 0));
  return (
    next && { rise, step: next.step, level: alert.level, to: next.given.to, dueAt: next.dueAt, count: steps.length }
  );
}
