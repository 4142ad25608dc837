// npm run bench: what the river carries, beside what the bare database and the bare socket carry on the same machine.
import { fork } from "node:child_process";
import { once } from "node:events";
import { startTestCity } from "../e2e/support/city";
import { connectDevice } from "../e2e/support/device";
import { connectLive } from "../e2e/support/live";
import { type SignedIn, signIn } from "../e2e/support/people";
import { count, line, ms, quantile } from "./figures";
import { type Sender, saturate, trickle } from "./load";
import { machineFacts } from "./machine";

const DEVICES = 200;
const DURATION_MS = 6000;
const RATE = 1000;
const ids = Array.from({ length: DEVICES }, (_, i) => `bench-${i}`);

function child(file: string) {
  const started = fork(file, [], { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const said = once(started, "message").then(([message]) => message as never);
  return { said, stop: () => started.kill() };
}

async function register(admin: SignedIn): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const id of ids) {
    const body = { id, kind: "street-flood", name: id, lat: 37.5, lon: 127 };
    keys.set(id, (await admin.api.call("addDevice", { body })).key);
  }
  return keys;
}

async function connectAll(url: string, keys: Map<string, string>): Promise<Sender[]> {
  const auth = (deviceId: string) => ({ deviceId, key: keys.get(deviceId) ?? "" });
  return Promise.all(ids.map(async (id) => ({ id, device: await connectDevice(url, auth(id)), sent: 0 })));
}

async function rates(senders: Sender[]): Promise<{ single: number; grouped: number }> {
  await saturate(senders, 1, 1000);
  const single = await saturate(senders, 1, DURATION_MS);
  return { single, grouped: await saturate(senders, 100, DURATION_MS) };
}

async function echo(): Promise<{ single: number; grouped: number }> {
  const bare = child("bench/bare-echo.ts");
  const { url } = (await bare.said) as { url: string };
  const senders = await connectAll(url, new Map());
  const measured = await rates(senders);
  for (const { device } of senders) device.close();
  bare.stop();
  return measured;
}

/** Milliseconds from a device's send to the operator's screen, for every reading that a delta carried. */
async function toScreen(url: string, cookie: string, senders: Sender[]): Promise<number[]> {
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const live = await connectLive(url, cookie, (delta) => {
    const now = performance.now();
    for (const [id, , at] of delta.values ?? []) {
      const sent = sentAt.get(`${id} ${at}`);
      if (sent !== undefined) took.push(now - sent);
    }
  });
  await trickle(senders, RATE, DURATION_MS, sentAt);
  await new Promise((resolve) => setTimeout(resolve, 500));
  live.close();
  return took;
}

/** Milliseconds from the send of a crossing to its alert on the screen, while the other devices speak. */
async function toAlert(url: string, cookie: string, senders: Sender[]): Promise<number[]> {
  const [loud, ...others] = senders;
  if (!loud) return [];
  const live = await connectLive(url, cookie);
  const load = trickle(others, RATE, DURATION_MS, new Map());
  const took: number[] = [];
  const began = performance.now();
  const base = Date.now() + DURATION_MS;
  for (let n = 1; performance.now() - began < DURATION_MS; n++) {
    const value = n % 2 ? 400 : 0;
    // so far so fast no water goes: the city waits for a second reading
    const said = [2 * n, 2 * n + 1].map((ms) => ({ stream: "water-depth", at: base + ms, value }));
    const sent = performance.now();
    const seen = live.until(
      (d) => !!d.alerts?.some((a) => a.deviceId === loud.id && [a.raisedAt, a.clearedAt].includes(base + 2 * n)),
    );
    await loud.device.send(said);
    await seen;
    took.push(performance.now() - sent);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await load;
  live.close();
  return took;
}

console.log("Haechi bench");
for (const fact of machineFacts()) console.log(`  ${fact}`);

const sqlite = (await child("bench/bare-sqlite.ts").said) as { single: number; grouped: number };
const bare = await echo();
const city = await startTestCity({ E2E_WEB: "none" });
const admin = await signIn(city.url, "admin");
const operator = await signIn(city.url, "operator");
const senders = await connectAll(city.url, await register(admin));
// first: what comes later in the run is newer, and a reading that is not is late and takes another way
const river = await rates(senders);
const screen = await toScreen(city.url, operator.cookie, senders);
const alert = await toAlert(city.url, operator.cookie, senders);
for (const { device } of senders) device.close();
await city.stop();

const share = (a: number, b: number) => `${((100 * a) / b).toFixed(0)} % of it`;
console.log(`\nReadings per second, accepted and durable (${DEVICES} devices, over the socket gateway)`);
line("city, 1 reading a frame", count(river.single));
line("city, 100 readings a frame", count(river.grouped));
console.log("\nBeside it, in this run");
line("bare SQLite, 1 row a transaction", count(sqlite.single), `the city at 1: ${share(river.single, sqlite.single)}`);
line(
  "bare SQLite, 100 rows a transaction",
  count(sqlite.grouped),
  `the city at 100: ${share(river.grouped, sqlite.grouped)}`,
);
line("bare socket.io echo, 1 reading a frame", count(bare.single), `the city: ${share(river.single, bare.single)}`);
line(
  "bare socket.io echo, 100 readings a frame",
  count(bare.grouped),
  `the city: ${share(river.grouped, bare.grouped)}`,
);
console.log(`\nFrom a device's send to the operator's screen (/live), at ${count(RATE)} readings/s`);
line(
  "a value, p50 / p99",
  `${ms(quantile(screen, 0.5))} / ${ms(quantile(screen, 0.99))}`,
  `${count(screen.length)} seen; values are told at most 10 times a second`,
);
line(
  "an alert, p50 / p99",
  `${ms(quantile(alert, 0.5))} / ${ms(quantile(alert, 0.99))}`,
  `${count(alert.length)} raised or cleared`,
);
process.exit(0);
