// npm run bench:live: 200 screens at 5,000 readings a second, one of which stops reading for a minute; beside a bare room emit.
import type { CityFigures } from "../../e2e/support/city";
import { signIn } from "../../e2e/support/people";
import { LIVE_LIMITS } from "../../lib/live/limits";
import { benchCity } from "../city";
import { count, line, ms } from "../figures";
import { machineFacts } from "../machine";
import { cpuSeconds } from "../process";
import { startWorker } from "./ask";
import type { BareVerbs } from "./bare";
import type { FieldVerbs } from "./field";
import type { ScreensVerbs } from "./screens";

const [DEVICES, SCREENS] = [1000, 200];
const RATE = Number(process.env.BENCH_RATE ?? 5000);
const BOUND_P99_MS = 250;
/** While one screen does not read, the others' p99 may be this many times what it was; below the floor it is noise. */
const [BOUND_RATIO, FLOOR_MS] = [1.5, 25];
/** So much may wait in the city for the one screen, bytes, and twice that. */
const BOUND_WAITING = 2 * LIVE_LIMITS.waitingBytes;
const [LONE_MS, CALM_MS, STALL_MS, BARE_MS, SETTLE_MS] = [10_000, 30_000, 60_000, 10_000, 3000];
const MB = 1e6;
const wait = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));

console.log("Haechi bench: live");
for (const fact of machineFacts()) console.log(`  ${fact}`);

// so that the city's memory can be asked for without what is only waiting to be collected
process.env.E2E_NODE = "--expose-gc";
const city = await benchCity({ devices: DEVICES });
const field = startWorker<FieldVerbs>("bench/live/field.ts");
const screens = startWorker<ScreensVerbs>("bench/live/screens.ts");
const cookies = (await Promise.all([signIn(city.url, "operator"), signIn(city.url, "admin")])).map((it) => it.cookie);

/** Measures for so long: what screens and devices saw, and the processor time of a process (1: one core). */
async function measure(pid: number, forMs: number) {
  await Promise.all([screens.ask("figures"), field.ask("figures")]);
  const cpu = () => [pid, field.pid, screens.pid].map(cpuSeconds);
  const [before, began] = [cpu(), performance.now()];
  await wait(forMs);
  const [seen, sent] = await Promise.all([screens.ask("figures"), field.ask("figures")]);
  const seconds = (performance.now() - began) / 1000;
  const [own, devices, others] = cpu().map((used, i) => (used - (before[i] ?? 0)) / seconds);
  const perSecond = { rate: sent.accepted / seconds, mb: seen.bytes / MB / seconds };
  const cores = { cpu: own ?? Number.NaN, load: (devices ?? 0) + (others ?? 0) };
  return { ...seen, ...perSecond, ...cores, ackP99: sent.p99, seconds };
}
type Measured = Awaited<ReturnType<typeof measure>>;

async function load(): Promise<void> {
  await field.ask("run", { rate: RATE });
  await wait(SETTLE_MS);
}
async function rest(): Promise<void> {
  await field.ask("pause");
  await wait(SETTLE_MS);
}

await field.ask("open", { url: city.url, keys: [...city.keys] });
await screens.ask("open", { url: city.url, cookies, count: 1 });
await load();
const lone = await measure(city.pid, LONE_MS);
await rest();
const one = await city.figures("collected");
const gathered = await screens.ask("open", { url: city.url, cookies, count: SCREENS - 1 });
const all = await city.figures("collected");
await load();
const calm = await measure(city.pid, CALM_MS);
const before = await city.figures("collected");
await screens.ask("stall");
/** Bytes that waited in the city for screens, and its resident memory, at most while the one stood still. */
const most = { waiting: 0, rss: 0 };
const look = setInterval(async () => {
  const { rss, rooms } = await city.figures();
  most.rss = Math.max(most.rss, rss);
  most.waiting = Math.max(most.waiting, ...rooms.map((room) => room.waitingBytes));
}, 1000);
const stall = await measure(city.pid, STALL_MS);
clearInterval(look);
const after = await city.figures("collected");
await screens.ask("read");
await wait(SETTLE_MS);
await rest();
const back = await screens.ask("compare");
await load();
const restarted = await screens.ask("restart");
await screens.ask("leave");
await field.ask("pause");
await city.stop();

const bare = startWorker<BareVerbs>("bench/live/bare.ts");
await screens.ask("open", { url: await bare.ask("open"), cookies, count: SCREENS, bare: true });
const perSecond = Math.max(1, Math.round(calm.deltas / SCREENS / calm.seconds));
await bare.ask("run", { perSecond, values: Math.max(1, Math.round(calm.values / calm.deltas)) });
await wait(SETTLE_MS);
const emitted = await measure(bare.pid, BARE_MS);
await Promise.all([bare.stop(), field.stop(), screens.stop()]);

function told(name: string, it: Measured, of: number): void {
  const each = `${count(it.deltas / of / it.seconds)} messages/s a screen, of ${count(it.values / Math.max(1, it.deltas))} values`;
  line(
    `${name}, p50 / p99`,
    `${ms(it.p50)} / ${ms(it.p99)}`,
    `${each}; ${it.cpu.toFixed(2)} cores, devices and screens ${it.load.toFixed(2)}`,
  );
}
const used = (it: CityFigures) => (it.heapUsed + it.external) / MB;
const staff = after.rooms.find((room) => room.room === "staff");

console.log(`\nFrom a device's clock to a screen, at ${count(calm.rate)} readings/s of ${count(DEVICES)} devices`);
told("1 screen", lone, 1);
told(`${SCREENS} screens`, calm, SCREENS);
told(`${SCREENS - 1} screens while one does not read`, stall, SCREENS - 1);
line("a device's acknowledgement, p99", ms(calm.ackP99), `with one screen ${ms(lone.ackP99)}`);
console.log("\nBeside it, in this run");
told("bare Socket.IO room emit, as much as often", emitted, SCREENS);
line(
  "199 screens more cost the city",
  `${(calm.cpu - lone.cpu).toFixed(2)} cores`,
  `${count(calm.mb)} MB/s; the bare server sends ${count(emitted.mb)}`,
);
console.log("\nMemory and coming back");
line(
  "a screen, in the city's heap",
  `${count(((used(all) - used(one)) * 1000) / (SCREENS - 1))} KB`,
  `resident ${count(one.rss / MB)} → ${count(all.rss / MB)} MB`,
);
line(
  "waited for the one that did not read, most",
  `${count(most.waiting / 1000)} KB`,
  `resident ${count(before.rss / MB)} MB before, ${count(most.rss / MB)} at most`,
);
line(
  "the city's heap, at rest and after the minute",
  `${count(used(all))} / ${count(used(after))} MB`,
  `${count(used(before))} before it; a room's deltas are kept up to ${count(LIVE_LIMITS.logBytes / MB)} MB`,
);
line(
  "who stood still shows what the others show",
  back.same ? "yes" : "NO",
  `${count(back.bytes / 1000)} KB compared; its line was closed ${back.closed} times, it took ${back.snapshots} snapshots`,
);
line("messages left out or told twice", count(calm.gaps + stall.gaps));
line(`${SCREENS - 1} screens come, until all have a snapshot`, ms(gathered));
line(
  `${SCREENS} come back under load, as after a restart`,
  ms(restarted),
  `${staff?.snapshots ?? 0} snapshots of ${staff?.cuts ?? 0} cuts before that`,
);

const bounds: [holds: boolean, fault: string][] = [
  [calm.p99 <= BOUND_P99_MS, `p99 with ${SCREENS} screens is ${ms(calm.p99)}, over ${BOUND_P99_MS} ms.`],
  [
    stall.p99 <= Math.max(FLOOR_MS, calm.p99 * BOUND_RATIO),
    `one screen that does not read takes the others' p99 from ${ms(calm.p99)} to ${ms(stall.p99)}.`,
  ],
  [most.waiting <= BOUND_WAITING, `${count(most.waiting / 1000)} KB waited for the screen that does not read.`],
  [back.same, "the screen that did not read shows something else than the others."],
  [calm.gaps + stall.gaps === 0, "a message was left out or told twice."],
  [calm.rate >= RATE * 0.98, `only ${count(calm.rate)} of ${count(RATE)} readings a second were stored.`],
];
const broken = bounds.filter(([holds]) => !holds);
for (const [, fault] of broken) console.log(`\nBROKEN: ${fault}`);
process.exit(broken.length > 0 ? 1 : 0);
