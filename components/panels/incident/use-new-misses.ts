"use client";

import { useEffect, useRef } from "react";
import type { Assignment, Incident } from "@/lib/contract/incident";

export type Miss = { incident: Incident; assignment: Assignment; step: string };

/** Calls back for each deadline that is missed from now on; what was missed before the page came is not new. The seam for sound. */
export function useNewMisses(incidents: ReadonlyMap<string, Incident>, onMiss: (misses: Miss[]) => void): void {
  const known = useRef<Set<string> | null>(null);
  const latest = useRef(onMiss);
  useEffect(() => {
    latest.current = onMiss;
  });
  useEffect(() => {
    const all = new Map([...incidents.values()].flatMap(missesOf));
    const before = known.current;
    known.current = new Set(all.keys());
    // an empty city has not been heard yet
    if (!before || incidents.size === 0) {
      if (incidents.size === 0) known.current = null;
      return;
    }
    const fresh = [...all].filter(([key]) => !before.has(key)).map(([, miss]) => miss);
    if (fresh.length > 0) latest.current(fresh);
  }, [incidents]);
}

function missesOf(incident: Incident): [string, Miss][] {
  return incident.assignments.flatMap((assignment) =>
    assignment.deadlines
      .filter((d) => d.missedAt !== null)
      .map(({ step }): [string, Miss] => [`${assignment.id} ${step}`, { incident, assignment, step }]),
  );
}
