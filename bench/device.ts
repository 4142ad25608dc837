// npm run bench:device: what a gateway's disk queue takes, and how fast the city is told of three days offline.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCity } from "../e2e/support/city";
import { signIn } from "../e2e/support/people";
import { DAY } from "../lib/base/clock";
import type { WireReading } from "../lib/contract/reading";
import { openDiskKeep } from "../lib/device/disk/disk-keep";
import { createFieldDevice } from "../lib/device/field-device";
import { type Keep, memoryKeep } from "../lib/device/keep";
import { count, line, perSecond } from "./figures";
import { machineFacts } from "./machine";

const OFFLINE_MS = 3 * DAY;
const READINGS = 300_000;
const SINGLE = 300;
const KIND = { kind: "street-flood", lat: 37.5, lon: 127 };
const since = Date.now() - OFFLINE_MS;

function readings(from: number, many: number): WireReading[] {
  const everyMs = OFFLINE_MS / READINGS;
  return Array.from({ length: many }, (_, i) => ({
    stream: "water-depth",
    at: Math.floor(since + (from + i) * everyMs),
    value: (from + i) % 20,
  }));
}

/** Readings kept per second, `size` an add. */
function kept(keep: Keep, from: number, many: number, size: number): number {
  const began = performance.now();
  for (let n = 0; n < many; n += size) keep.queue.add(readings(from + n, size));
  return perSecond(many, performance.now() - began);
}

/** Readings delivered per second, from the first handshake to the last answer. */
async function delivered(url: string, deviceId: string, key: string, keep: Keep): Promise<number> {
  const [waiting, began] = [keep.queue.size(), performance.now()];
  // the bare city proves nothing
  const device = createFieldDevice({ url, deviceId, key, keep, mode: "key" });
  await device.flushed();
  const rate = perSecond(waiting, performance.now() - began);
  await device.close();
  return rate;
}

console.log("Haechi bench of the field device");
for (const fact of machineFacts()) console.log(`  ${fact}`);
const dir = mkdtempSync(join(tmpdir(), "haechi-bench-"));
const keep = openDiskKeep(dir);
const single = kept(keep, 0, SINGLE, 1);
const grouped = kept(keep, SINGLE, READINGS - SINGLE, 100);

const echo = fork("bench/bare-echo.ts", [], {
  execArgv: ["--import", "tsx"],
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
const [{ url }] = (await once(echo, "message")) as [{ url: string }];
const memory = memoryKeep(READINGS);
memory.queue.add(readings(0, READINGS));
const bare = await delivered(url, "bare", "", memory);
echo.kill();

const city = await startTestCity({ E2E_WEB: "none" });
const admin = await signIn(city.url, "admin");
const { key } = await admin.api.call("addDevice", { body: { id: "gateway", name: "gateway", ...KIND } });
const drained = await delivered(city.url, "gateway", key, keep);
await city.stop();
keep.close();
rmSync(dir, { recursive: true, force: true });

const share = `${((100 * drained) / bare).toFixed(0)} % of it`;
console.log("\nKept on the gateway's disk per second, each add waited for (fsync)");
line("1 reading an add", count(single));
line("100 readings an add", count(grouped));
console.log(`\nDelivered per second, ${count(READINGS)} readings of three days offline, over the socket gateway`);
line(
  "disk queue → city, accepted and durable",
  count(drained),
  `${(READINGS / drained).toFixed(1)} s until the picture is current`,
);
line("memory queue → bare socket.io echo", count(bare), `the city: ${share}`);
process.exit(0);
