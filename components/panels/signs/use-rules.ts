"use client";

import { useEffect } from "react";
import { create } from "zustand";
import { createClient } from "@/lib/client/client";
import type { Rule } from "@/lib/contract/rule";

type Rules = { byId: ReadonlyMap<string, Rule>; loading: boolean };

const useRuleStore = create<Rules>(() => ({ byId: new Map(), loading: false }));

async function load(): Promise<void> {
  if (useRuleStore.getState().loading) return;
  useRuleStore.setState({ loading: true });
  const answer = await createClient("")
    .call("listRules", {})
    .catch(() => null);
  if (answer) useRuleStore.setState({ byId: new Map(answer.rules.map((rule) => [rule.id, rule])) });
  useRuleStore.setState({ loading: false });
}

const AGAIN_MS = 60_000;

/** The rules in force, for the thresholds beside values; empty until they are there, asked again each minute. */
export function useRules(): ReadonlyMap<string, Rule> {
  useEffect(() => {
    void load();
    const timer = setInterval(load, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return useRuleStore((rules) => rules.byId);
}
