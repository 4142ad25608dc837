// npm run bench:crash -- --kills N: a city under load is killed at random moments and started again on the same database; afterwards
// everything that it acknowledged is held against what it has left. Exits with 1 where anything is missing, twice or wrong.
import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { count, line, ms, quantile } from "../figures";
import { machineFacts } from "../machine";
import { Desk } from "./desk";
import { Field } from "./field";
import { type Prepared, prepareDatabase, putRules, waiting } from "./prepare";
import type { Heard } from "./receiver";
import { verify } from "./verify";
import { Victim } from "./victim";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "100" }, port: { type: "string", default: "4510" } },
});
const KILLS = Number(values.kills);
const PORT = Number(values.port);
const URL = `http://127.0.0.1:${PORT}`;
const RATE = 5000;
const HANDS = 3;
/** After the first acknowledgement of a run, at most. */
const LIVES_MS = 1500;
const CALM_MS = 300;
/** Share of the kills that fall into a start, and into a calm. */
const [STARTING, CALM] = [0.15, 0.15];

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Moment = "starting" | "calm" | "under load";
type Fleet = { victim: Victim; field: Field; desk: Desk };
/** What the kills met: `answerLost` counts those after which readings came again that were stored and not acknowledged. */
const kills = { starting: 0, calm: 0, "under load": 0, answerLost: 0, backlog: [] as number[], back: [] as number[] };

async function killOnce(fleet: Fleet, moment: Moment): Promise<void> {
  const { victim, field, desk } = fleet;
  const began = performance.now();
  const opened = victim.start();
  if (moment === "starting") await sleep(Math.random() * 900);
  else {
    const before = field.counts.duplicates;
    await opened;
    await field.answered();
    kills.back.push(performance.now() - began);
    await sleep(Math.random() * LIVES_MS);
    if (field.counts.duplicates > before) kills.answerLost++;
    if (moment === "calm") {
      for (const part of [field, desk]) part.pause();
      await sleep(CALM_MS);
    }
  }
  kills.backlog.push(field.made - field.counts.acknowledged);
  await victim.kill();
  await opened;
  for (const part of [field, desk]) part.goOn();
  kills[moment]++;
}

/** The agency is unwell once in 45 notices, so that a long line of them takes minutes: it has to get shorter, that is all. */
async function drained(prepared: Prepared): Promise<void> {
  let [least, since] = [Number.POSITIVE_INFINITY, performance.now()];
  for (;;) {
    // a line that the city has closed meanwhile is no end of the city: that one the victim tells
    const left = await waiting(URL, prepared.tokens.admin).catch(() => null);
    if (left === 0) return;
    if (left !== null && left < least) [least, since] = [left, performance.now()];
    if (performance.now() - since > 60_000) throw new Error(`The outbox stands still at ${count(least)} notices.`);
    await sleep(100);
  }
}

const prepared = await prepareDatabase(PORT + 1);
const receiver = fork("bench/crash/receiver.ts", [], {
  execArgv: ["--import", "tsx"],
  env: { ...process.env, PORT: String(PORT + 1), SECRET: prepared.secret },
});
await once(receiver, "message");
const victim = new Victim({
  NODE_ENV: "production",
  PORT: String(PORT),
  HAECHI_DIR: prepared.dir,
  HAECHI_DEMO: "off",
  LOG_LEVEL: "error",
});
await victim.start();
await putRules(URL, prepared.tokens.admin);
await victim.kill();
victim.starts.length = 0;

console.log("Haechi bench: kill -9");
for (const fact of machineFacts()) console.log(`  ${fact}`);
const began = performance.now();
const field = new Field(URL, prepared.keys, RATE);
const desk = new Desk(URL, prepared.tokens, HANDS);
for (let n = 1; n <= KILLS; n++) {
  const dice = Math.random();
  const moment = dice < STARTING ? "starting" : dice < STARTING + CALM ? "calm" : "under load";
  await killOnce({ victim, field, desk }, moment);
  if (n % 10 === 0) console.error(`  ${n} kills, ${count(field.counts.acknowledged)} readings acknowledged`);
}
await victim.start();
await desk.finish();
await field.finish();
await drained(prepared);
await victim.kill();
const seconds = (performance.now() - began) / 1000;
receiver.send("report");
const [{ heard, forged }] = (await once(receiver, "message")) as [{ heard: Heard[]; forged: number }];
receiver.disconnect();

const facts = { readings: field.acknowledged, desk: desk.known, heard, forged };
const findings = await verify(prepared.databaseUrl, facts);
const refused = field.counts.refused + desk.faults.length;

console.log(`\n${KILLS} kills in ${seconds.toFixed(0)} s, at ${count(RATE)} readings a second`);
line("while starting / calm / under load", `${kills.starting} / ${kills.calm} / ${kills["under load"]}`);
line(
  "stored, and killed before the answer",
  count(kills.answerLost),
  "runs in which readings came again and were known",
);
line(
  "readings not acknowledged at the kill, p50 / p99",
  `${count(quantile(kills.backlog, 0.5))} / ${count(quantile(kills.backlog, 0.99))}`,
);
line(
  "start until it answers, p50 / p99",
  `${ms(quantile(victim.starts, 0.5))} / ${ms(quantile(victim.starts, 0.99))}`,
  `${victim.starts.length} starts`,
);
line(
  "start until a reading is acknowledged, p50 / p99",
  `${ms(quantile(kills.back, 0.5))} / ${ms(quantile(kills.back, 0.99))}`,
);
line(
  "readings acknowledged",
  count(field.counts.acknowledged),
  `${count(field.counts.duplicates)} of them known already, ${field.counts.refused} refused`,
);
line(
  "requests to agencies acknowledged",
  count(desk.known.requests.size),
  `${count(desk.known.steps.size)} answers; ${desk.unanswered} calls that nobody answered`,
);
line(
  "webhooks heard",
  count(heard.length),
  `${count(heard.length - new Set(heard.map((h) => h.id)).size)} of them again`,
);
console.log("\nHeld against the database");
for (const { name, of, faults, example } of findings)
  line(name, count(faults), `of ${count(of)}${example ? `; first: ${example}` : ""}`);
if (desk.faults[0]) line("calls refused that should not be", count(desk.faults.length), desk.faults[0]);
rmSync(prepared.dir, { recursive: true, force: true });
process.exit(refused + findings.reduce((sum, { faults }) => sum + faults, 0) > 0 ? 1 : 0);
