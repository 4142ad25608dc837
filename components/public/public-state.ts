import type { PublicSummary } from "@/lib/contract/city";
import type { Level } from "@/lib/contract/level";

export type PublicState =
  | { kind: "danger"; level: Level }
  | { kind: "clear" }
  | { kind: "unsure" }
  | { kind: "unreachable" };

/**
 * What the page says first. A known danger stays said even when the line is lost; an all clear is only said while the
 * city answers and enough devices speak.
 */
export function publicState(summary: PublicSummary | null, reachable: boolean): PublicState {
  if (!summary) return { kind: "unreachable" };
  if (summary.level !== 0) return { kind: "danger", level: summary.level };
  if (!reachable) return { kind: "unreachable" };
  return summary.sure ? { kind: "clear" } : { kind: "unsure" };
}
