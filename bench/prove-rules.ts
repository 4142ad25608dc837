import type { Client } from "../lib/client/client";
import { FrameTemplate } from "./frame";
import { type Sender, send } from "./street";

const RULE = "street-closed";
const FLOODED = 400;
const DRY = 10;
const AT_ONCE = 100;
/** A value far from the one before is believed when a second one says the same (docs/decisions/023). */
const TOLD = 3;

/** Sends every device's street under water and dry again. Gives how many devices an alert was raised for and cleared: as many as there are. */
export async function proveRules(senders: readonly Sender[], api: Client): Promise<number> {
  const proved = new Set<string>();
  for (let i = 0; i < senders.length; i += AT_ONCE) {
    const some = senders.slice(i, i + AT_ONCE);
    for (const value of [FLOODED, DRY]) await Promise.all(some.map((sender) => say(sender, value)));
    const { alerts } = await api.call("listAlerts", { query: { limit: 2 * AT_ONCE } });
    for (const { ruleId, state, deviceId } of alerts) if (ruleId === RULE && state === "cleared") proved.add(deviceId);
  }
  return proved.size;
}

function say(sender: Sender, value: number): Promise<void> {
  return new Promise((resolve, reject) => {
    sender.line.heard = (_, answer) =>
      "accepted" in answer && answer.accepted === TOLD ? resolve() : reject(new Error(JSON.stringify(answer)));
    send(sender, new FrameTemplate(TOLD, value));
  });
}
