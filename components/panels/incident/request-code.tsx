"use client";

import { useLive } from "@/components/live/use-live";
import { Badge } from "@/components/ui/badge";
import type { Assignment } from "@/lib/contract/incident";
import { useName } from "./use-name";

/** The agency's own grade of a request, in its own words; nothing where it has none. */
export function RequestCode({ assignment: { agencyId, code } }: { assignment: Pick<Assignment, "agencyId" | "code"> }) {
  const name = useName();
  const known = useLive((city) => city.agencies.get(agencyId)?.codes.find((it) => it.code === code));
  if (code === null) return null;
  return <Badge tone="accent">{known ? name(known) : code}</Badge>;
}
