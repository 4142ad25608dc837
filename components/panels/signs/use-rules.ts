"use client";

import { createClient } from "@/lib/client/client";
import type { Rule } from "@/lib/contract/rule";
import { askedAgain } from "./asked-again";

const useKnown = askedAgain(async () => {
  const { rules } = await createClient("").call("listRules", {});
  return new Map(rules.map((rule) => [rule.id, rule]));
});

const none: ReadonlyMap<string, Rule> = new Map();

/** The rules in force, for the thresholds beside values; empty until they are there, asked again each minute. */
export function useRules(): ReadonlyMap<string, Rule> {
  return useKnown() ?? none;
}
