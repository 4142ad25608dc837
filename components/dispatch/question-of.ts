import type { AssignmentStep } from "@/lib/contract/incident";
import type { Question } from "./console-store";

/** What must be asked before a step can be sent; null for nothing. */
export function questionOf(step: AssignmentStep, hasUnit: boolean): Question {
  if (step === "accept") return hasUnit ? null : "accept";
  return step === "refuse" || step === "clear" ? step : null;
}
