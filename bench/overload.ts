// npm run bench:overload [-- --seconds 300]: five of five hundred devices send ten times what the city can carry, over sockets and
// over HTTP, and the others must hardly notice. Ends with 1 where a bound is broken.
import { parseArgs } from "node:util";
import { benchCity } from "./city";
import { count, line, ms } from "./figures";
import type { Flooded, Flooding } from "./flooder";
import { bound, broken, heading, twoOf } from "./ingest-report";
import { lostOf, type Told } from "./lost";
import { machineFacts } from "./machine";
import { timesOf } from "./measure";
import { child, cpuSeconds, residentMb } from "./process";
import { closeStreet, openStreet, type Sender, saturate, trickle } from "./street";

const DEVICES = 500;
const FLOODERS = 5;
const RATE = 1000;
const CAPACITY_MS = 5000;
const AFTER_MS = 10_000;
const { values } = parseArgs({ options: { seconds: { type: "string", default: "300" } } });
const seconds = Number(values.seconds);
const windowMs = Math.max(2000, Math.min(10_000, (seconds * 1000) / 12));

console.log(`Haechi bench: overload, ${seconds} s`);
for (const fact of machineFacts()) console.log(`  ${fact}`);

const city = await benchCity({ devices: DEVICES });
const ids = [...city.keys.keys()];
const flooding = ids.slice(0, FLOODERS);
const calmKeys = new Map([...city.keys].filter(([id]) => !flooding.includes(id)));
const street = await openStreet(city.url, calmKeys);
/** What each device was told is stored. */
const told = new Map<string, Told[]>();

/** The calm devices speak for a while; how long each reading took to its acknowledgement, ms. */
async function speak(durationMs: number): Promise<number[]> {
  const sentAt = new Map<string, number>();
  const took = await trickle(street, RATE, durationMs, sentAt);
  for (const key of sentAt.keys()) {
    const [id = "", at] = key.split(" ");
    const mine = told.get(id) ?? [];
    told.set(id, mine);
    mine.push({ at: Number(at), count: 1 });
  }
  return took;
}

heading("What it can carry");
const capacity = await saturate(street, 100, CAPACITY_MS);
line("batches of 100 of all the others, readings/s", count(capacity));
await settle(street);

heading(`${DEVICES - FLOODERS} devices at ${count(RATE)} readings/s: device → acknowledged`);
await speak(3000);
const calm = timesOf(await speak(windowMs));
line("calm, p50 / p99", twoOf(calm));

const flood = await child<{ ready: true }>("bench/flooder.ts");
await flood.said;
const devices = flooding.map(
  (id, i): Flooding => ({ id, key: city.keys.get(id) ?? "", over: i < 3 ? "socket" : "http" }),
);
await flood.ask({ url: city.url, devices, perSecond: 10 * capacity });

console.log(`\n  ${"s".padStart(5)} ${"RSS".padStart(8)} ${"core".padStart(5)}   p50 / p99 of the others`);
const during: number[] = [];
const curve: number[] = [];
const began = performance.now();
while (performance.now() - began < seconds * 1000) {
  const [cpu, from] = [cpuSeconds(city.pid), performance.now()];
  const took = await speak(windowMs);
  during.push(...took);
  curve.push(residentMb(city.pid));
  const core = ((cpuSeconds(city.pid) - cpu) * 1000) / (performance.now() - from);
  const at = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `  ${at.padStart(5)} ${(curve.at(-1) ?? 0).toFixed(0).padStart(5)} MB ${core.toFixed(2).padStart(5)}   ${twoOf(timesOf(took))}`,
  );
}
const flooded = timesOf(during);
line("during the flood, p50 / p99", twoOf(flooded));

const ended = performance.now();
const answers = flood.ask<Flooded[]>({ stop: true });
let calmAfter = Number.NaN;
while (performance.now() - ended < 2 * AFTER_MS && Number.isNaN(calmAfter)) {
  const after = timesOf(await speak(1000));
  if (after.p99 <= Math.max(1.5 * calm.p99, calm.p99 + 2)) calmAfter = performance.now() - ended;
}
line(
  "as calm as before",
  Number.isNaN(calmAfter) ? "never" : ms(calmAfter),
  "after the flood's end: a second whose p99 is within 1.5 times",
);
line("after, p50 / p99", twoOf(timesOf(await speak(windowMs))));

heading(`The flood: ten times ${count(capacity)} readings/s asked for, of ${FLOODERS} devices`);
const results = await answers;
for (const { id, over, due, sent, answered, codes } of results) {
  const { "": stored = 0, ...refused } = codes;
  line(
    `${id} over ${over}, frames sent of due`,
    `${count(sent)} of ${count(due)}`,
    `${count(answered)} answered: ${count(stored)} stored, ${JSON.stringify(refused)}`,
  );
}
const sum = (of: (f: Flooded) => number) => results.reduce((total, f) => total + of(f), 0);
const busy = sum((f) => f.codes.busy ?? 0);
line(
  "flood's readings stored, a second",
  count((sum((f) => f.stored.length) * 100) / seconds),
  `beside ${count(RATE)} of the others`,
);
line("told busy", count(busy), "frames");
await flood.stop();
closeStreet(street);
await city.halt();
for (const f of results)
  told.set(
    f.id,
    f.stored.map((at) => ({ at, count: 100 })),
  );
const lost = await lostOf(city.dir, told);
await city.stop();
line("acknowledged readings looked for in the database", count(lost.looked), `${count(lost.missing)} missing`);

const [early, late] = [curve.slice(0, Math.ceil(curve.length / 2)), curve.slice(Math.floor((curve.length * 3) / 4))];
const grown = Math.max(...late) - Math.max(...early);
heading("Bounds");
bound(
  `the others' p99 within 3 times the calm one (${(flooded.p99 / calm.p99).toFixed(2)})`,
  flooded.p99 <= 3 * calm.p99,
);
bound(`memory stays bounded (last quarter ${grown.toFixed(0)} MB over the first half)`, grown <= 100);
bound("every frame that was sent is answered", results.every((f) => f.answered === f.sent) && busy > 0);
bound("nothing acknowledged is lost", lost.missing === 0 && lost.looked > 0);
bound("calm returns in 10 s", calmAfter <= AFTER_MS);
console.log(broken.length > 0 ? `\nBroken: ${broken.join("; ")}` : "\nEvery bound holds.");
process.exit(broken.length > 0 ? 1 : 0);

/** What saturating has left behind is stored before anything is measured. */
async function settle(senders: readonly Sender[]): Promise<void> {
  await trickle(senders, RATE, 1000);
}
