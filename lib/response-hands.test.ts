import { expect, it } from "vitest";
import { NOW, raise, testApi } from "./api/test-api";
import { createClient } from "./client/client";
import { firstResponsePolicy as policy } from "./contract/deadline";
import type { Role } from "./contract/people";
import { checkChain } from "./guard/audit-chain";
import { keepDeadlines } from "./keep-deadlines";
import { openRecord } from "./store/audit/read-record";
import { actOnce, nothingDone } from "./test-hands";
import { checkResponses } from "./test-responses";

/** A little of it in each check; the whole of it where npm test plays recordings too. */
const WHOLE = process.env.HAECHI_RECORDINGS === "on";
const [INCIDENTS, ACTS] = WHOLE ? [50, 150] : [8, 20];
const people: [Role, string | null][] = [
  ["operator", null],
  ["operator", null],
  ["police", "police"],
  ["fire", "fire"],
];

it("loses nothing and does nothing twice while two operators and two agencies act at once, and deadlines pass", {
  timeout: 120_000,
}, async () => {
  let now = NOW;
  const { as, store, context } = await testApi(createClient, { clock: { now: () => now } });
  const incidents: string[] = [];
  for (let i = 0; i < INCIDENTS; i++) {
    await raise(store, `a${i}`, { level: 1 + (i % 4) });
    incidents.push((await as("operator").call("openIncident", { body: { alertIds: [`a${i}`] } })).id);
  }
  const [done, random] = [nothingDone(), seeded(20261126)];
  const keep = () => keepDeadlines({ ...context, tell: () => undefined, ring: () => undefined });
  // time is the act of one more hand: it passes, and two looks come at once
  const pass = async () => {
    now += Math.floor(random() * 20_000);
    await Promise.all([keep(), keep()]);
  };
  const hands = people.map(async ([role, agencyId], who) => {
    const api = as(role);
    for (let i = 0; i < ACTS; i++) {
      await actOnce({ api, agencyId, random, done, incidents });
      if (who === 0 && i % 2 === 0) await pass();
    }
  });
  await Promise.all(hands);
  await keep();
  const found = await checkResponses(store, { done, policy, toldUpTo: now });
  expect(done.faults).toEqual([]);
  expect(done.unanswered).toBe(0);
  expect(found.flatMap((it) => it.faults.map((fault) => `${it.name}: ${fault}`))).toEqual([]);
  expect(found.every((it) => it.of > 0)).toBe(true);
  if (WHOLE) console.info(found.map((it) => `${it.of} ${it.name}`).join("\n"), Object.fromEntries(done.refused));
  const record = openRecord(store.file);
  expect(await checkChain({ ...record, signed: () => true }).finally(() => record.close())).toMatchObject({ ok: true });
});

/** The same chances at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
