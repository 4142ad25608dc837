// npm run bench:ingest [-- main devices rows pages]: what the river carries with rules on every stream, beside a bare loop in the
// same run. Every section by default, about six minutes. Ends with 1 where a bound is broken.
import { type SignedIn, signIn } from "../e2e/support/people";
import { benchCity } from "./city";
import { count, line, quantile } from "./figures";
import { bareLoop, bound, broken, heading, twoOf } from "./ingest-report";
import { machineFacts } from "./machine";
import { onStreet, type Rate, type Street, type Subject } from "./measure";
import { child } from "./process";
import { proveRules } from "./prove-rules";

const SECTIONS = ["main", "devices", "rows", "pages"] as const;
type Section = (typeof SECTIONS)[number];
const DEVICES = 1000;
const RATE = 5000;
const BATCH_MS = 5000;
const SINGLE_MS = 4000;
const LATENCY_MS = 8000;

type Figures = { batch: Rate; single: Rate } & Awaited<ReturnType<Street["latency"]>>;

/** The calm first: the disk is busy for a while with what a flood of batches has left, the bare loop's too. */
async function figures(street: Street): Promise<Figures> {
  const latency = await street.latency(RATE, LATENCY_MS);
  const single = await street.rate(1, SINGLE_MS);
  return { ...latency, single, batch: await street.rate(100, BATCH_MS) };
}

/** A city with an operator at a screen. */
async function withCity<T>(
  wanted: Parameters<typeof benchCity>[0],
  work: (subject: Subject, operator: SignedIn) => Promise<T>,
) {
  const city = await benchCity(wanted);
  try {
    const operator = await signIn(city.url, "operator");
    return await work({ ...city, cookie: operator.cookie }, operator);
  } finally {
    await city.stop();
  }
}

async function main(): Promise<void> {
  heading(`${count(DEVICES)} devices, two rules on each one's stream, one screen on /live`);
  const bare = await bareLoop(DEVICES, figures);
  const city = await withCity({ devices: DEVICES }, (subject, operator) =>
    onStreet(subject, async (street) => {
      line(
        "rules that judged and raised",
        `${await proveRules(street.senders, operator.api)} of ${DEVICES}`,
        "each stream, before anything is measured",
      );
      return figures(street);
    }),
  );
  report(city, bare);
}

function report(city: Figures, bare: Figures): void {
  const beside = (a: Rate, b: Rate) =>
    `bare loop ${count(b.perSecond)}: ${((100 * a.perSecond) / b.perSecond).toFixed(0)} % of it`;
  line("batches of 100, readings/s", count(city.batch.perSecond), beside(city.batch, bare.batch));
  line("singles, readings/s", count(city.single.perSecond), beside(city.single, bare.single));
  line(
    "  cores used, city / bare loop",
    `${city.batch.core.toFixed(2)} / ${bare.batch.core.toFixed(2)}`,
    "in batches; at 1.0 it is the limit, below it the load or the machine is",
  );
  line(
    `device → /live at ${count(RATE)}/s, p50 / p99`,
    twoOf(city.live),
    `bare loop ${twoOf(bare.live)}; ${count(city.seen)} seen`,
  );
  line("device → acknowledged, p50 / p99", twoOf(city.acknowledged), `bare loop ${twoOf(bare.acknowledged)}`);
  bound("batches ≥ 100,000/s", city.batch.perSecond >= 100_000);
  bound("batches ≥ 50 % of the bare loop", city.batch.perSecond >= bare.batch.perSecond / 2);
  bound("singles ≥ 8,000/s", city.single.perSecond >= 8000);
  bound("device → /live p50 ≤ 5 ms and p99 ≤ 20 ms", city.live.p50 <= 5 && city.live.p99 <= 20);
  bound("within 2.5 times the bare loop", city.live.p50 <= 2.5 * bare.live.p50 && city.live.p99 <= 2.5 * bare.live.p99);
}

function row(name: string, f: Figures, bare?: Figures): void {
  const share = bare ? `bare ${count(bare.batch.perSecond)}, ${count(bare.single.perSecond)}, ${twoOf(bare.live)}` : "";
  line(
    name,
    `${count(f.batch.perSecond)}  ${count(f.single.perSecond).padStart(7)}  ${twoOf(f.live).padStart(18)}`,
    share,
  );
}

async function byDevices(): Promise<void> {
  heading("By devices: batches/s, singles/s, /live p50 / p99");
  for (const devices of [100, 1000, 10_000]) {
    const bare = await bareLoop(devices, figures);
    row(`${count(devices)} devices`, await withCity({ devices }, (s) => onStreet(s, figures)), bare);
  }
}

async function byRows(): Promise<void> {
  heading("By readings already stored (packed but for six hours): batches/s, singles/s, /live p50 / p99");
  for (const rows of [0, 10_000_000, 50_000_000])
    row(`${count(rows)} readings`, await withCity({ devices: DEVICES, rows }, (s) => onStreet(s, figures)));
}

const PAGES = 50;
const TURNS = 5;
const WARM_PAGES_MS = 5000;
type Visited = { perSecond: number; p50: number; p99: number; failed: number };

async function visited<T>(url: string, work: () => Promise<T>): Promise<{ answer: T; pages: Visited }> {
  const visitors = await child<{ started: true }>("bench/visitors.ts", [url, String(PAGES)]);
  await visitors.said;
  const answer = await work();
  const pages = await visitors.ask<Visited>();
  await visitors.stop();
  return { answer, pages };
}

/** Calm and visited in turn, so that neither has the better minute; the web's first pages, which it compiles, before all. */
async function besidePages(): Promise<void> {
  heading(`While ${PAGES} pages a second are rendered, at ${count(RATE)} readings/s`);
  await withCity({ devices: DEVICES, web: true }, (subject) =>
    onStreet(subject, async (street) => {
      const p99 = async () => (await street.latency(RATE, LATENCY_MS)).live.p99;
      await visited(subject.url, () => new Promise((resolve) => setTimeout(resolve, WARM_PAGES_MS)));
      const [calm, under]: [number[], number[]] = [[], []];
      for (let turn = 1; turn <= TURNS; turn++) {
        const before = await p99();
        const { answer, pages } = await visited(subject.url, p99);
        calm.push(before);
        under.push(answer);
        line(
          `  turn ${turn}: calm p99, visited p99`,
          `${before.toFixed(1)} / ${answer.toFixed(1)} ms`,
          `${pages.perSecond.toFixed(0)} pages/s, p50 / p99 ${twoOf(pages)}, ${pages.failed} failed`,
        );
      }
      const ratio = quantile(under, 0.5) / quantile(calm, 0.5);
      bound(
        `p99 while pages are rendered ≤ 1.3 × the calm one (medians of ${TURNS}: ${ratio.toFixed(2)})`,
        ratio <= 1.3,
      );
    }),
  );
}

const sections: Record<Section, () => Promise<void>> = { main, devices: byDevices, rows: byRows, pages: besidePages };
const asked = process.argv.slice(2).filter((a): a is Section => SECTIONS.includes(a as Section));

console.log("Haechi bench: ingest");
for (const fact of machineFacts()) console.log(`  ${fact}`);
for (const name of asked.length > 0 ? asked : SECTIONS) await sections[name]();
console.log(broken.length > 0 ? `\nBroken: ${broken.join("; ")}` : "\nEvery bound holds.");
process.exit(broken.length > 0 ? 1 : 0);
