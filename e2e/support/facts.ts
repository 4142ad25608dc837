import { expect } from "@playwright/test";
import type { Client } from "../../lib/client/client";
import type { Alert } from "../../lib/contract/alert";

/** Alerts of a device, newest first. */
export async function alertsOf(api: Client, device: string): Promise<Alert[]> {
  return (await api.call("listAlerts", { query: { device } })).alerts;
}

/** The alert of a rule on a device, as soon as there is one. */
export async function alertBy(api: Client, device: string, ruleId: string): Promise<Alert> {
  const find = async () => (await alertsOf(api, device)).find((a) => a.ruleId === ruleId);
  await expect.poll(find).toBeDefined();
  const found = await find();
  if (!found) throw new Error(`${ruleId} did not raise on ${device}.`);
  return found;
}
