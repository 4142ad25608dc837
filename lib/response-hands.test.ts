import { expect, it } from "vitest";
import { NOW, raise, testApi } from "./api/test-api";
import { createClient } from "./client/client";
import { firstResponsePolicy, type ResponsePolicy } from "./contract/deadline";
import type { Role } from "./contract/people";
import { checkChain } from "./guard/audit-chain";
import { keepDeadlines } from "./keep-deadlines";
import { openRecord } from "./store/audit/read-record";
import { actOnce, nothingDone } from "./test-hands";
import { checkResponses } from "./test-responses";

const INCIDENTS = 50;
/** A few in each check; the whole of it where npm test plays recordings too. */
const ACTS = process.env.HAECHI_RECORDINGS === "on" ? 1200 : 60;
const people: [Role, string | null][] = [
  ["operator", null],
  ["operator", null],
  ["police", "police"],
  ["fire", "fire"],
];

it("loses nothing and does nothing twice while two operators and two agencies act at once on 50 incidents, and deadlines pass", {
  timeout: 60_000,
}, async () => {
  let now = NOW;
  const { as, store, context } = await testApi(createClient, { clock: { now: () => now } });
  const incidents: string[] = [];
  for (let i = 0; i < INCIDENTS; i++) {
    await raise(store, `a${i}`, { level: 1 + (i % 4) });
    incidents.push((await as("operator").call("openIncident", { body: { alertIds: [`a${i}`] } })).id);
  }
  const done = nothingDone();
  const tick = setInterval(
    () => console.log(done.steps.size, [...done.refused], done.unanswered, done.faults.length, now - NOW),
    2000,
  );
  let seed = 20261126;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const keep = () => keepDeadlines({ ...context, tell: () => undefined, ring: () => undefined });
  const hands = people.map(async ([role, agencyId]) => {
    const api = as(role);
    for (let i = 0; i < ACTS; i++) await actOnce({ api, agencyId, random, done, incidents });
  });
  let working = true;
  const time = async () => {
    while (working) {
      now += 500 + Math.floor(random() * 4000);
      await Promise.all([keep(), keep()]);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const passing = time();
  await Promise.all(hands);
  working = false;
  await passing;
  await keep();
  const policy: ResponsePolicy = firstResponsePolicy;
  const found = await checkResponses(store, { done, policy, toldUpTo: now });
  expect(done.faults).toEqual([]);
  expect(found.flatMap((it) => it.faults.map((fault) => `${it.name}: ${fault}`))).toEqual([]);
  expect(done.steps.size).toBeGreaterThan(ACTS);
  expect(done.refused.get("conflict")).toBeGreaterThan(0);
  const record = openRecord(store.file);
  expect(await checkChain({ ...record, signed: () => true }).finally(() => record.close())).toMatchObject({ ok: true });
});
