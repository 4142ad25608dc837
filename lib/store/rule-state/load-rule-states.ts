import type { Store } from "../open";

export type StoredRuleState = { ruleId: string; deviceId: string; stream: string; memory: string };

/** What rules remembered when the city stopped. */
export function loadRuleStates(store: Store): Promise<StoredRuleState[]> {
  return store.reader.ruleState.findMany();
}
