import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeId } from "../../lib/base/id";
import { createClient } from "../../lib/client/client";
import { noticeKinds } from "../../lib/contract/notice";
import { readEnv } from "../../lib/env";
import { prepareCity } from "../../lib/exercise/prepare";
import { makeToken } from "../../lib/guard/api-token";
import { readSecrets } from "../../lib/guard/secrets";
import { newWebhookSecret, sealWebhookSecret } from "../../lib/guard/webhook-secret";
import { kinds } from "../../lib/kinds/index";
import { openStore } from "../../lib/store/open";
import { putWebhook } from "../../lib/store/webhook/webhooks";
import { asked, KIND, ruleOf } from "./rules";

const DEVICES = 100;

export type Prepared = {
  dir: string;
  databaseUrl: string;
  keys: Map<string, string>;
  tokens: Record<"operator" | "road" | "admin", string>;
  secret: string;
};

/** A city's folder with devices, tokens, and an agency without our panel, whose webhook listens on `port`. */
export async function prepareDatabase(port: number): Promise<Prepared> {
  const dir = mkdtempSync(join(tmpdir(), "haechi-crash-"));
  const env = readEnv({ HAECHI_DIR: dir, HAECHI_DEMO: "off" });
  const keys = await prepareCity(
    env,
    Array.from({ length: DEVICES }, (_, i) => device(i)),
    kinds,
    Date.now(),
  );
  const secret = newWebhookSecret();
  const secretCipher = sealWebhookSecret(readSecrets(dir).deviceMaster, "road", secret);
  const store = await openStore(env.databaseUrl);
  const tokens = await store.write(async (tx) => {
    const url = `http://127.0.0.1:${port}/hook`;
    await putWebhook(tx, { agencyId: "road", url, secretCipher, oldCipher: null, oldUntil: null, events: noticeKinds });
    const token = async (role: "operator" | "police" | "admin", agencyId: string | null) =>
      (await makeToken(tx, { role, agencyId, label: role, at: Date.now(), newId: timeId })).text;
    return {
      operator: await token("operator", null),
      road: await token("police", "road"),
      admin: await token("admin", null),
    };
  });
  await store.close();
  return { dir, databaseUrl: env.databaseUrl, keys, tokens, secret };
}

/** Only the rules of this bench judge: what they ask is known to the oracle. */
export async function putRules(url: string, admin: string): Promise<void> {
  const api = createClient(url, { headers: { authorization: `Bearer ${admin}` } });
  const { rules } = await api.call("listRules", {});
  for (const { id, version, createdAt: _at, createdBy: _by, ...rule } of rules.filter((r) => !r.scope.device))
    await api.call("changeRule", { params: { id }, body: { version, rule: { ...rule, enabled: false } } });
  for (const [id, rule] of Object.entries(asked)) await api.call("addRule", { body: { id, rule: ruleOf(rule) } });
}

/** Notices that wait for the agency. */
export async function waiting(url: string, admin: string): Promise<number> {
  const api = createClient(url, { headers: { authorization: `Bearer ${admin}` } });
  const { webhooks } = await api.call("listWebhooks", {});
  return webhooks.reduce((sum, { queue }) => sum + queue, 0);
}

function device(i: number) {
  const place = { lat: 37.43 + ((i * 0.618) % 1) * 0.25, lon: 126.8 + ((i * 0.755) % 1) * 0.35 };
  return { id: `crash-${i}`, kind: KIND, name: `Crash ${i}`, ...place, zone: "street", class: 0, properties: {} };
}
