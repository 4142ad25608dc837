import { publicSummary } from "@/components/shell/city-client";
import type { PublicSummary } from "@/lib/contract/city";

let kept: PublicSummary | null = null;

/** The summary of this moment; where the city does not answer, the last one that this process saw, marked as not reachable. */
export async function lastKnownSummary(): Promise<{ summary: PublicSummary | null; reachable: boolean }> {
  const summary = await publicSummary();
  if (summary) kept = summary;
  return { summary: summary ?? kept, reachable: summary !== null };
}
