import { ResponsePolicy, ResponseStep } from "@/lib/contract/deadline";
import { type Level, levels } from "@/lib/contract/level";
import { minutes, newStep, type StepDraft } from "./escalation-draft";

/** Deadlines and what follows a miss, of one level, while somebody types: minutes as text, empty for no deadline. */
export type ResponseDraft = { minutes: Record<ResponseStep, string>; late: StepDraft[] };

export function responseDraftOf(policy: ResponsePolicy): Record<Level, ResponseDraft> {
  const level = (key: Level): ResponseDraft => ({
    minutes: perStep((step) => String(policy[`${key}`].minutes[step] ?? "")),
    late: policy[`${key}`].late.map(({ afterMin, to }) => newStep(String(afterMin), to)),
  });
  return { 1: level(1), 2: level(2), 3: level(3), 4: level(4) };
}

/** The policy that is written, or the levels at which it is none. */
export function responsePolicyOf(
  draft: Record<Level, ResponseDraft>,
): { policy: ResponsePolicy } | { faulty: Level[] } {
  const level = (key: Level) => ({
    minutes: perStep((step) => (draft[key].minutes[step].trim() === "" ? null : minutes(draft[key].minutes[step]))),
    late: draft[key].late.map(({ afterMin, to }) => ({ afterMin: minutes(afterMin), to })),
  });
  const parsed = ResponsePolicy.safeParse({ 1: level(1), 2: level(2), 3: level(3), 4: level(4) });
  if (parsed.success) return { policy: parsed.data };
  const faulty = new Set(parsed.error.issues.map((issue) => Number(issue.path[0])));
  return { faulty: levels.filter((key) => faulty.has(key)) };
}

function perStep<T>(of: (step: ResponseStep) => T): Record<ResponseStep, T> {
  return Object.fromEntries(ResponseStep.options.map((step) => [step, of(step)])) as Record<ResponseStep, T>;
}
