"use client";

import { useEffect, useRef, useState } from "react";
import { receive } from "@/components/panels/incident/city-calls";
import type { Job } from "./order-assignments";

/** A receipt that did not get through is tried again after this, ms. */
const AGAIN_MS = 5000;

/** Tells the city what has reached this console, and what somebody has opened on it: each once. */
export function useReceipts(incoming: readonly Job[], chosen: Job | undefined): void {
  const said = useRef(new Set<string>());
  const [, retry] = useState(0);
  const wanted = [
    ...incoming.filter((job) => job.assignment.receivedAt === null).map((job) => ["console", job] as const),
    ...(chosen && isUnseen(chosen) && !document.hidden ? [["person", chosen] as const] : []),
  ];
  useEffect(() => {
    for (const [by, { assignment }] of wanted) {
      const key = `${by} ${assignment.id}`;
      if (said.current.has(key)) continue;
      said.current.add(key);
      receive(assignment, by).catch(() => {
        setTimeout(() => {
          said.current.delete(key);
          retry((n) => n + 1);
        }, AGAIN_MS);
      });
    }
  });
}

function isUnseen({ assignment }: Job): boolean {
  return assignment.seenAt === null && assignment.state === "requested";
}
