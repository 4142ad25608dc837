import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeId } from "../../lib/base/id";
import { ResponsePolicy } from "../../lib/contract/deadline";
import { readEnv } from "../../lib/env";
import { prepareCity } from "../../lib/exercise/prepare";
import { makeToken } from "../../lib/guard/api-token";
import { kinds } from "../../lib/kinds/index";
import { putResponsePolicy } from "../../lib/store/deadline/response-policy";
import { openStore, type Tx } from "../../lib/store/open";
import { putUnits } from "../../lib/store/unit/put-units";

/** Seconds instead of minutes, so that deadlines pass and escalate all along. */
export const policy: ResponsePolicy = ResponsePolicy.parse(
  Object.fromEntries(
    [4, 3, 2, 1].map((hurry, i) => [
      4 - i,
      {
        minutes: minutes(10 / hurry),
        late: (["asked", "lead", "next"] as const).map((to, n) => ({ afterMin: (2 + 3 * n) / 60, to })),
      },
    ]),
  ),
);

function minutes(seconds: number) {
  const step = (n: number) => (n * seconds) / 60;
  return {
    received: step(0.4),
    answered: step(1),
    unit: step(1.5),
    "en-route": step(2),
    arrived: step(3),
    cleared: null,
  };
}

export type Prepared = {
  dir: string;
  databaseUrl: string;
  /** Two operators, then the police and the fire service. */
  tokens: { token: string; agencyId: string | null }[];
  alertIds: string[];
  take(): void;
};

/** A city's folder with an alert for each incident, units of two agencies, and a token for everybody who acts. */
export async function prepareResponse(incidents: number): Promise<Prepared> {
  const dir = mkdtempSync(join(tmpdir(), "haechi-response-"));
  const env = readEnv({ HAECHI_DIR: dir, HAECHI_DEMO: "off" });
  const gauge = { id: "gauge", kind: "water-level", name: "Gauge", lat: 37.5, lon: 127, zone: "riverside" };
  await prepareCity(env, [{ ...gauge, class: 0, properties: {} }], kinds, Date.now());
  const store = await openStore(env.databaseUrl);
  const alertIds = Array.from({ length: incidents }, (_, i) => `alert-${i}`);
  const tokens = await store.write(async (tx) => {
    for (const [i, id] of alertIds.entries()) await addAlert(tx, id, 1 + (i % 4));
    await putResponsePolicy(tx, policy);
    const units = ["police", "fire"].flatMap((agencyId) => [1, 2].map((n) => unit(agencyId, n)));
    await putUnits(tx, units, Date.now());
    return Promise.all([addToken(tx, null), addToken(tx, null), addToken(tx, "police"), addToken(tx, "fire")]);
  });
  await store.close();
  const take = () => rmSync(dir, { recursive: true, force: true });
  return { dir, databaseUrl: env.databaseUrl, tokens, alertIds, take };
}

function unit(agencyId: string, n: number) {
  const id = `${agencyId}-${n}`;
  return { id, agencyId, stationId: null, name: { ko: id, en: id }, type: "patrol-car", lat: 37.5, lon: 127 };
}

async function addToken(tx: Tx, agencyId: "police" | "fire" | null) {
  const role: "police" | "fire" | "operator" = agencyId ?? "operator";
  const given = {
    role,
    agencyId,
    label: agencyId ?? "operator",
    at: Date.now(),
    newId: timeId,
  };
  return { token: (await makeToken(tx, given)).text, agencyId };
}

async function addAlert(tx: Tx, id: string, level: number): Promise<void> {
  const rule = { ruleId: "jamsu-vehicles", ruleVersion: 1, stream: "water-level", state: "acknowledged", value: 6.3 };
  const at = BigInt(Date.now());
  await tx.alert.create({
    data: { id, ...rule, deviceId: "gauge", level, hazard: "flood", raisedAt: at, recordedAt: at },
  });
}
