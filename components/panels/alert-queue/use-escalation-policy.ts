"use client";

import { useEffect } from "react";
import { create } from "zustand";
import { createClient } from "@/lib/client/client";
import type { EscalationPolicy } from "@/lib/contract/escalation";

const usePolicyStore = create<{ policy: EscalationPolicy | null; askedAt: number }>(() => ({
  policy: null,
  askedAt: Number.NEGATIVE_INFINITY,
}));

const AGAIN_MS = 60_000;

async function load(): Promise<void> {
  const now = performance.now();
  if (now - usePolicyStore.getState().askedAt < AGAIN_MS) return;
  usePolicyStore.setState({ askedAt: now });
  const policy = await createClient("")
    .call("getEscalationPolicy", {})
    .catch(() => null);
  if (policy) usePolicyStore.setState({ policy });
  else usePolicyStore.setState({ askedAt: Number.NEGATIVE_INFINITY });
}

/** What happens when nobody acknowledges; null until it is there, asked again each minute, once for all rows. */
export function useEscalationPolicy(): EscalationPolicy | null {
  useEffect(() => {
    void load();
    const timer = setInterval(load, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return usePolicyStore((kept) => kept.policy);
}
