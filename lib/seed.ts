import { randomBytes } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { koreaPack } from "./analyze/pack/korea";
import type { Clock } from "./base/clock";
import { timeId } from "./base/id";
import type { Zone } from "./contract/device";
import type { Role } from "./contract/people";
import { foundingAgencies } from "./demo/agencies";
import type { Env } from "./env";
import { agencyOf } from "./guard/actor";
import { writeAudit } from "./guard/audit";
import type { Auth } from "./guard/auth";
import { putAgencies } from "./store/agency/put-agencies";
import type { Store } from "./store/open";
import { addPerson } from "./store/person/add-person";
import { listRules } from "./store/rule/list-rules";
import { putRule } from "./store/rule/put-rule";
import { putSetting, readSetting } from "./store/setting/settings";
import { putZone } from "./store/zone/put-zone";

type Parts = { store: Store; env: Env; clock: Clock; auth: Auth };

/** Zones that are a purpose rather than an area: what `--zone riverside` means before anybody draws. */
const purposes: Zone[] = [
  { id: "riverside", purpose: "riverside", name: { ko: "하천변", en: "Riverside" }, geometry: null },
  { id: "street", purpose: "street", name: { ko: "도로", en: "Street" }, geometry: null },
  { id: "underpass", purpose: "underpass", name: { ko: "지하차도", en: "Underpass" }, geometry: null },
  {
    id: "child-protection",
    purpose: "child-protection",
    name: { ko: "어린이보호구역", en: "Child protection zone" },
    geometry: null,
  },
];

const FOUNDED = "founded";

/** What every city starts with, once: the rule pack, zones, the police and the fire service, and one log-in a role. Gives what to print. */
export async function foundCity({ store, env, clock, auth }: Parts): Promise<string[]> {
  const now = clock.now();
  if (await readSetting(store, FOUNDED)) {
    await addNewRules(store, now);
    return [];
  }
  const logins = [...cityLogins, ...(env.demo ? demoLogins : [])].map((login) => ({
    ...login,
    password: env.demoPassword ?? randomBytes(9).toString("base64url"),
  }));
  const hashes = await Promise.all(logins.map((l) => auth.hashPassword(l.password)));
  await store.write(async (tx) => {
    for (const zone of purposes) await putZone(tx, zone);
    await putAgencies(tx, foundingAgencies, []);
    for (const { id, ...body } of koreaPack)
      await putRule(tx, { ...body, id, version: 1, createdAt: now, createdBy: "system:rule-pack" });
    for (const [i, login] of logins.entries()) await addPerson(tx, personOf(login, now), hashes[i] ?? "");
    await putSetting(tx, FOUNDED, String(now));
    await writeAudit(tx, { at: now, actor: "system:start", action: "city.founded", subject: "city" });
  });
  const lines = logins.map((l) => `${(l.agencyId ?? l.role).padEnd(9)} ${l.email.padEnd(24)} ${l.password}`);
  return [...lines, `(kept in ${keepLogins(env.dir, lines)}, readable by you alone)`];
}

/** Rules that the pack did not have when the city was founded come switched off: the city decides. */
async function addNewRules(store: Store, now: number): Promise<void> {
  const known = new Set((await listRules(store)).map((rule) => rule.id));
  const added = koreaPack.filter((rule) => !known.has(rule.id));
  if (added.length === 0) return;
  await store.write(async (tx) => {
    for (const rule of added)
      await putRule(tx, { ...rule, enabled: false, version: 1, createdAt: now, createdBy: "system:rule-pack" });
    const detail = { rules: added.map((rule) => rule.id) };
    await writeAudit(tx, { at: now, actor: "system:start", action: "rules.added", subject: "city", detail });
  });
}

type LogIn = { role: Role; agencyId: string | null; name: string; email: string };

function personOf({ role, agencyId, name, email }: LogIn, createdAt: number) {
  return { id: timeId(), name, email, role, agencyId, disabled: false, createdAt };
}

const logIn = (role: Role, name: string, agencyId = agencyOf(role)): LogIn => ({
  role,
  agencyId,
  name,
  email: `${agencyId ?? role}@haechi.local`,
});
const cityLogins = [
  logIn("operator", "관제사 Operator"),
  logIn("police", "경찰 상황실 Police desk"),
  logIn("fire", "소방 상황실 Fire desk"),
  logIn("admin", "관리자 Admin"),
];
/** Of the demo's other agencies: one of each sort. */
const demoLogins = [
  logIn("agency", "도로사업소 Road office", "road"),
  logIn("agency", "한강본부 River office", "river"),
  logIn("agency", "보호관찰소 Probation office", "justice"),
  logIn("agency", "서초구청 Seocho-gu office", "seocho-gu"),
];

function keepLogins(dir: string, lines: string[]): string {
  const file = join(dir, "log-ins.txt");
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
