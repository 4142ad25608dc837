import {
  type Deadline,
  firstOpen,
  type LateStep,
  nextLateStep,
  type ResponsePolicy,
  ResponseStep,
} from "../contract/deadline";
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

/** What is due of one request: deadlines that nobody was told of yet, and the steps because of the one that counts. */
export type Due = { missed: Deadline[]; late: { deadline: Deadline; steps: Omit<LateStep, "agencyId">[] } | null };

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

function lateSteps(deadline: Deadline, now: number, policy: ResponsePolicy): Omit<LateStep, "agencyId">[] {
  const steps: Omit<LateStep, "agencyId">[] = [];
  for (let after = deadline; ; ) {
    const next = nextLateStep(after, policy);
    if (!next || next.dueAt > now) return steps;
    const taken = { step: next.step, to: next.given.to, dueAt: next.dueAt, at: now };
    steps.push(taken);
    after = { ...after, escalations: [...after.escalations, { ...taken, agencyId: null }] };
  }
}
