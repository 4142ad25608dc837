import type { PublicSummary } from "@/lib/contract/city";
import type { Level } from "@/lib/contract/level";
import { standingWarnings } from "@/lib/contract/official";

export type PublicState =
  | { kind: "danger"; level: Level }
  /** No danger is measured, but an authority warns. */
  | { kind: "official" }
  | { kind: "clear" }
  | { kind: "unsure" }
  /** The city hears its sensors and cannot keep what they say. */
  | { kind: "unstored" }
  | { kind: "unreachable" };

/**
 * What the page says first. A known danger stays said even when the line is lost; an all clear is only said while the
 * city answers, enough devices speak and no authority warns.
 */
export function publicState(summary: PublicSummary | null, reachable: boolean): PublicState {
  if (!summary) return { kind: "unreachable" };
  if (summary.level !== 0) return { kind: "danger", level: summary.level };
  if (!reachable) return { kind: "unreachable" };
  if (summary.cannotStoreSince !== null) return { kind: "unstored" };
  if (!summary.sure) return { kind: "unsure" };
  return standingWarnings(summary.official.warnings).length > 0 ? { kind: "official" } : { kind: "clear" };
}
