// npm run bench: an overview in about a minute, beside the bare database and a bare loop. The other benches say each thing at length.
import { signIn } from "../e2e/support/people";
import { benchCity } from "./city";
import { count, line } from "./figures";
import { bareLoop, heading, twoOf } from "./ingest-report";
import { machineFacts } from "./machine";
import { onStreet, type Street, timesOf } from "./measure";
import { child } from "./process";
import { toAlert } from "./to-alert";

const DEVICES = 1000;
const RATE = 1000;
const DURATION_MS = 4000;

async function figures(street: Street) {
  const batch = await street.rate(100, DURATION_MS);
  const single = await street.rate(1, DURATION_MS);
  return { batch: batch.perSecond, single: single.perSecond, live: (await street.latency(RATE, DURATION_MS)).live };
}

console.log("Haechi bench");
for (const fact of machineFacts()) console.log(`  ${fact}`);

const sqlite = await (await child<{ single: number; grouped: number }>("bench/bare-sqlite.ts")).said;
const bare = await bareLoop(DEVICES, figures);
const city = await benchCity({ devices: DEVICES });
const { cookie } = await signIn(city.url, "operator");
const river = await onStreet({ ...city, cookie }, async (street) => ({
  ...(await figures(street)),
  alert: await toAlert(city.url, cookie, street.senders, RATE, DURATION_MS),
}));
await city.stop();

const share = (a: number, b: number) => `${((100 * a) / b).toFixed(0)} % of it`;
heading(`Readings per second, accepted, judged and durable (${count(DEVICES)} devices over the socket gateway)`);
line("city, batches of 100", count(river.batch));
line("  a bare loop", count(bare.batch), `the city: ${share(river.batch, bare.batch)}`);
line("  bare SQLite, 100 rows a transaction", count(sqlite.grouped), `the city: ${share(river.batch, sqlite.grouped)}`);
line("city, singles", count(river.single));
line("  a bare loop", count(bare.single), `the city: ${share(river.single, bare.single)}`);
line("  bare SQLite, 1 row a transaction", count(sqlite.single), `the city: ${share(river.single, sqlite.single)}`);
heading(`From a device's send to the operator's screen (/live), at ${count(RATE)} readings/s`);
line("a value, p50 / p99", twoOf(river.live), `a bare loop: ${twoOf(bare.live)}`);
line("an alert, p50 / p99", twoOf(timesOf(river.alert)), `${count(river.alert.length)} raised or cleared`);
heading(
  "At length: npm run bench:ingest, bench:overload, bench:crash, bench:live, bench:history, bench:past, bench:device, bench:disk",
);
process.exit(0);
