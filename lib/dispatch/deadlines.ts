import {
  type Deadline,
  firstOpen,
  type LateStep,
  nextLateStep,
  type ResponsePolicy,
  ResponseStep,
} from "../contract/deadline";
import type { Assignment } from "../contract/incident";
import type { Level } from "../contract/level";
import type { Step } from "./assignment";

/** The deadlines of a request made at `requestedAt` (UTC ms, the city's clock): each counts from the request. */
export function deadlinesFor(policy: ResponsePolicy, level: Level, requestedAt: number): Deadline[] {
  const { minutes } = policy[`${level}`];
  return ResponseStep.options.flatMap((step) => {
    const after = minutes[step];
    if (after === null) return [];
    const dueAt = Math.round(requestedAt + after * 60_000);
    return [{ step, level, dueAt, state: "open" as const, endedAt: null, missedAt: null, escalations: [] }];
  });
}

/** What a request has reached by its own columns, also where a step had no deadline. */
export type Reached = Pick<Assignment, "receivedAt" | "acceptedAt" | "unitAt" | "enRouteAt" | "arrivedAt">;

/**
 * The deadlines of an open request that change when its incident rises to `level` at `now` (UTC ms, the city's clock): of what is
 * still to come, the stricter of the time that is left and that of the new level, counted from the rise; a step that had none gets
 * one. What is past stays a miss of the level by which it was missed. Asked again for the same level it changes nothing.
 */
export function tightened(
  deadlines: readonly Deadline[],
  { policy, level, now, reached }: { policy: ResponsePolicy; level: Level; now: number; reached: Reached },
): Deadline[] {
  const known = new Map(deadlines.map((d) => [d.step, d]));
  if (deadlines.some((d) => d.level >= level)) return [];
  return deadlinesFor(policy, level, now).flatMap((fresh) => {
    const before = known.get(fresh.step);
    if (!before) return has(reached, fresh.step) ? [] : [fresh];
    if (before.state !== "open" || before.dueAt <= now) return [];
    return [{ ...before, level, dueAt: Math.min(before.dueAt, fresh.dueAt) }];
  });
}

function has(reached: Reached, step: ResponseStep): boolean {
  const at = {
    received: reached.receivedAt ?? reached.acceptedAt,
    answered: reached.acceptedAt,
    unit: reached.unitAt ?? reached.enRouteAt,
    "en-route": reached.enRouteAt,
    arrived: reached.arrivedAt,
    cleared: null,
  };
  return at[step] !== null;
}

/** What an agency's act fulfils: what comes before it too, for who is there has surely received the request. */
const fulfils: Record<Exclude<Step, "cancel"> | "receive" | "unit", readonly ResponseStep[]> = {
  receive: ["received"],
  accept: ["received", "answered"],
  refuse: ["received", "answered"],
  unit: ["received", "answered", "unit"],
  "en-route": ["received", "answered", "unit", "en-route"],
  arrive: ["received", "answered", "unit", "en-route", "arrived"],
  clear: ResponseStep.options,
};

/** The deadlines that a step ends, by how: `unit` says that a unit goes by name. */
export function endedBy(
  step: Step | "receive" | "unit",
  unit: boolean,
): { met: ResponseStep[]; dropped: ResponseStep[] } {
  if (step === "cancel") return { met: [], dropped: [...ResponseStep.options] };
  const met = [...fulfils[step], ...(step === "accept" && unit ? (["unit"] as const) : [])];
  return { met, dropped: step === "refuse" ? ResponseStep.options.filter((s) => !met.includes(s)) : [] };
}

type Taken = Omit<LateStep, "agencyId" | "reason" | "zone">;

/** What is due of one request: deadlines that nobody was told of yet, and the steps because of the one that counts. */
export type Due = { missed: Deadline[]; late: { deadline: Deadline; steps: Taken[] } | null };

/**
 * What has to be done now about the deadlines of one request, in the order of their steps; all times are the city's clock. Each
 * miss is told once. Only the first step that is missing escalates: who has not answered need not be chased for their arrival too.
 */
export function due(deadlines: readonly Deadline[], now: number, policy: ResponsePolicy): Due {
  const missed = deadlines.filter((d) => d.state === "open" && d.dueAt <= now && d.missedAt === null);
  const first = firstOpen(deadlines);
  const steps = first && first.dueAt <= now ? lateSteps(first, now, policy) : [];
  return { missed, late: first && steps.length > 0 ? { deadline: first, steps } : null };
}

function lateSteps(deadline: Deadline, now: number, policy: ResponsePolicy): Taken[] {
  const steps: Taken[] = [];
  for (let after = deadline; ; ) {
    const next = nextLateStep(after, policy);
    if (!next || next.dueAt > now) return steps;
    const taken = { step: next.step, to: next.given.to, dueAt: next.dueAt, at: now };
    steps.push(taken);
    after = { ...after, escalations: [...after.escalations, { ...taken, agencyId: null }] };
  }
}
