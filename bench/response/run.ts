// npm run bench:response -- --seconds 120 --kills 0: two operators and two agencies act at once on 50 incidents, over HTTP, while
// deadlines pass and escalate; with --kills the city is killed (SIGKILL) at random moments meanwhile. Afterwards everything that was
// acknowledged is held against what is stored. Exits with 1 where anything is lost, twice, forgotten or illegal.
import { parseArgs } from "node:util";
import { createClient } from "../../lib/client/client";
import { verifyAudit } from "../../lib/guard/audit";
import { publicKeyOf } from "../../lib/guard/checkpoint";
import { readSecrets } from "../../lib/guard/secrets";
import { openStore } from "../../lib/store/open";
import { actOnce, nothingDone } from "../../lib/test-hands";
import { checkResponses } from "../../lib/test-responses";
import { Victim } from "../crash/victim";
import { count, line, ms, quantile } from "../figures";
import { machineFacts } from "../machine";
import { policy, prepareResponse } from "./prepare";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    kills: { type: "string", default: "0" },
    port: { type: "string", default: "4520" },
  },
});
const [SECONDS, KILLS, PORT] = [Number(values.seconds), Number(values.kills), Number(values.port)];
const URL = `http://127.0.0.1:${PORT}`;
const INCIDENTS = 50;
/** Hands of each of the four, and the rest that each takes after an act. */
const [HANDS, REST_MS] = [2, 120];
/** Two looks of the city's clock, and time to write what they find. */
const SETTLE_MS = 6000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const prepared = await prepareResponse(INCIDENTS);
const city = new Victim({
  NODE_ENV: "production",
  PORT: String(PORT),
  HAECHI_DIR: prepared.dir,
  HAECHI_DEMO: "off",
  LOG_LEVEL: "error",
});
await city.start();

console.log("Haechi bench: closed loop");
for (const fact of machineFacts()) console.log(`  ${fact}`);
const clients = prepared.tokens.map(({ token, agencyId }) => ({
  agencyId,
  api: createClient(URL, { headers: { authorization: `Bearer ${token}` } }),
}));
const incidents: string[] = [];
for (const alertId of prepared.alertIds)
  incidents.push((await clients[0]?.api.call("openIncident", { body: { alertIds: [alertId] } }))?.id ?? "");

const done = nothingDone();
const [acts, bare]: [number[], number[]] = [[], []];
let working = true;
const hands = clients.flatMap((client) =>
  Array.from({ length: HANDS }, async () => {
    while (working) {
      const began = performance.now();
      const unanswered = done.unanswered;
      await actOnce({ ...client, random: Math.random, done, incidents });
      if (done.unanswered === unanswered) acts.push(performance.now() - began);
      await sleep(REST_MS);
    }
  }),
);
const bareHand = (async () => {
  while (working) {
    const began = performance.now();
    const answered = await fetch(`${URL}/api/v1/incidents/nothing`).catch(() => null);
    if (answered) bare.push(performance.now() - began);
    await sleep(REST_MS);
  }
})();
const end = performance.now() + SECONDS * 1000;
for (let killed = 0; killed < KILLS; killed++) {
  await sleep(Math.random() * Math.max(0, ((end - performance.now()) / (KILLS - killed)) * 1.5));
  await city.kill();
  await city.start();
}
await sleep(Math.max(0, end - performance.now()));
working = false;
await Promise.all([...hands, bareHand]);
const toldUpTo = Date.now();
await sleep(SETTLE_MS);
await city.kill();

const store = await openStore(prepared.databaseUrl);
const found = await checkResponses(store, { done, policy, toldUpTo });
const kinds = await store.reader.timelineEntry.groupBy({ by: ["kind"], _count: { _all: true } });
await store.close();
const chain = await verifyAudit(store.file, publicKeyOf(readSecrets(prepared.dir).checkpoint));
prepared.take();

console.log(
  `\n${SECONDS} s, ${INCIDENTS} incidents, ${clients.length} people with ${HANDS} hands each, ${KILLS} kills`,
);
line(
  "steps acknowledged",
  count(done.steps.size),
  `${[...done.refused].map(([code, n]) => `${n} ${code}`).join(", ")}`,
);
line("calls that nobody answered", count(done.unanswered));
line("an act (a look and a write), p50 / p99", `${ms(quantile(acts, 0.5))} / ${ms(quantile(acts, 0.99))}`);
line("a bare refused call, p50 / p99", `${ms(quantile(bare, 0.5))} / ${ms(quantile(bare, 0.99))}`);
line("an act is so many bare calls", (quantile(acts, 0.5) / quantile(bare, 0.5)).toFixed(1));
line("on the timelines", "", kinds.map((k) => `${k._count._all} ${k.kind}`).join(", "));
console.log("\nHeld against the database");
for (const { name, of, faults } of found)
  line(name, count(faults.length), `of ${count(of)}${faults[0] ? `; first: ${faults[0]}` : ""}`);
line("the record's chain", chain.ok ? "whole" : "BROKEN", `${count(chain.rows)} rows`);
if (done.faults[0]) line("calls refused that should not be", count(done.faults.length), done.faults[0]);
process.exit(chain.ok && done.faults.length + found.reduce((sum, it) => sum + it.faults.length, 0) === 0 ? 0 : 1);
