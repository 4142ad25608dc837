// A city of the exercise of Osong whose hours the test turns: `{ to }` (UTC ms) plays what the street says up to then.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { wallClock } from "../../lib/base/clock";
import { readEnv } from "../../lib/env";
import { ExerciseClock } from "../../lib/exercise/exercise-clock";
import { osong, osongDevices, osongReadings } from "../../lib/exercise/osong/story";
import { prepareCity } from "../../lib/exercise/prepare";
import { openStreet } from "../../lib/exercise/street";
import { kinds } from "../../lib/kinds/index";
import { startCity } from "../../lib/start";

const home = readEnv();
const dir = mkdtempSync(join(tmpdir(), "haechi-osong-"));
const env = { ...home, dir, databaseUrl: `file:${join(dir, "city.db")}`, demo: false };
const clock = new ExerciseClock(osong.begins, Number.POSITIVE_INFINITY, wallClock);
const keys = await prepareCity(env, osongDevices, kinds, osong.begins);
const log = pino({ level: env.logLevel });
const city = await startCity({ env, clock, kinds, web: "start", mode: "exercise", speed: 1, log });
const refused: unknown[] = [];
const street = openStreet({
  url: city.url,
  keys,
  onAnswer: (answer) => refused.push(...answer.refused),
  onUnknown: (row) => refused.push(row),
});
const rows = osongReadings();

async function playTo(to: number): Promise<void> {
  while (rows[0] && rows[0].at <= to) {
    const { at } = rows[0];
    clock.set(at);
    const later = rows.findIndex((row) => row.at > at);
    await street.send(rows.splice(0, later < 0 ? rows.length : later));
  }
  clock.set(to);
  await city.city.flow.tick();
}

async function end(): Promise<void> {
  await street.close();
  await city.stop();
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
}
for (const event of ["SIGTERM", "disconnect"]) process.once(event, () => void end());
process.on("message", async ({ to }: { to: number }) => {
  await playTo(to);
  process.send?.({ at: clock.now(), refused });
});
process.send?.({ url: city.url });
