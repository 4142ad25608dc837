import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { DAY } from "../base/clock";
import { TEST_HOME } from "../base/test-home";
import type { WireReading } from "../contract/reading";
import { chanceOf } from "../demo/chance";
import { readEnv } from "../env";
import { kinds } from "../kinds/index";
import { openStore } from "../store/open";
import { readSeries } from "../store/reading/series";
import { prepareCity } from "./prepare";
import { DATA, notPlayed } from "./recorded";
import { readDevices, readReadings } from "./recording";
import { freePort, type Process, startProcess } from "./test-processes";

const NAME = "han-river-2022-08";
const DAY_OF_FLOOD = Date.parse("2022-08-09T00:00:00+09:00");
const GATEWAY = "jamsu";
const KILLS = 8;

const home = mkdtempSync(join(TEST_HOME, "haechi-killed-"));
const running = new Set<Process>();
afterAll(async () => {
  for (const one of running) await one.kill();
  rmSync(home, { recursive: true, force: true });
});
const started = (made: Process) => {
  running.add(made);
  void made.ended.then(() => running.delete(made));
  return made;
};

/** One day of the recording as if it were yesterday, in what is measured at once. */
async function theDay(): Promise<WireReading[][]> {
  const shift = Math.floor((Date.now() - DAY_OF_FLOOD) / DAY) * DAY - DAY;
  const instants = new Map<number, WireReading[]>();
  for await (const row of readReadings(`${DATA}/${NAME}/readings.csv.gz`)) {
    if (!("at" in row) || row.at < DAY_OF_FLOOD || row.at >= DAY_OF_FLOOD + DAY) continue;
    const { stream, value, device } = row;
    const at = row.at + shift;
    const group = instants.get(at) ?? instants.set(at, []).get(at);
    group?.push({ stream, at, value, ...(device !== GATEWAY && { deviceId: device }) });
  }
  return [...instants.values()];
}

async function aCity() {
  const port = await freePort();
  const vars = { PORT: String(port), HAECHI_DIR: join(home, "city"), HAECHI_DEMO: "off", LOG_LEVEL: "error" };
  const devices = (await readDevices(`${DATA}/${NAME}/devices.csv`)).map((d) => ({
    ...d,
    properties: (d.id === GATEWAY ? {} : { gateway: GATEWAY }) as Record<string, string>,
  }));
  const env = readEnv(vars);
  const keys = await prepareCity(env, devices, kinds, Date.now());
  writeFileSync(join(home, "key"), keys.get(GATEWAY) ?? "");
  const start = async () => {
    const city = started(startProcess("server.ts", ["--no-web"], vars));
    await city.line((line) => line.includes("is open at"));
    return city;
  };
  return { url: `http://127.0.0.1:${port}`, databaseUrl: env.databaseUrl, start };
}

function aGateway(url: string): Process {
  const files = ["--key-file", join(home, "key"), "--queue", join(home, "queue")];
  return started(startProcess("lib/device/main.ts", ["--url", url, "--id", GATEWAY, ...files, "--verbose"]));
}

const factOf = (line: string): { taken?: number; sent?: number } => (line.startsWith("{") ? JSON.parse(line) : {});

/** Sensors that tell a gateway what they measure, and tell it again what a gateway that was killed had not confirmed. */
class Sensors {
  kills = 0;
  private gateway: Process;
  private lines = 0;
  constructor(private readonly url: string) {
    this.gateway = aGateway(url);
  }

  tell(group: readonly WireReading[]): void {
    this.gateway.child.stdin?.write(group.map((reading) => `${JSON.stringify(reading)}\n`).join(""));
    this.lines += group.length;
  }
  onDisk(): Promise<unknown> {
    return this.gateway.line((line) => factOf(line).taken === this.lines);
  }
  sent(): Promise<unknown> {
    return this.gateway.line((line) => "sent" in factOf(line));
  }
  async kill(): Promise<void> {
    await this.gateway.kill();
    this.kills++;
    this.lines = 0;
    this.gateway = aGateway(this.url);
  }
  /** Nothing more to measure: the gateway's exit status, once the city has answered for all. */
  end(): Promise<number | null> {
    this.gateway.child.stdin?.end();
    return this.gateway.ended;
  }
}

/** What the city has of one stream, as [at, value], a bucket for each ten minutes; `count` tells of more. */
async function stored(databaseUrl: string, day: WireReading[][]): Promise<[string, number, number][]> {
  const [from, to] = [Number(day[0]?.[0]?.at), Number(day.at(-1)?.[0]?.at) + 1];
  const streams = new Map(
    day.flat().map(({ deviceId = GATEWAY, stream }) => [`${deviceId} ${stream}`, { deviceId, stream }]),
  );
  const store = await openStore(databaseUrl);
  const rows: [string, number, number][] = [];
  for (const [name, which] of streams) {
    const points = (await readSeries(store, { ...which, from, to, points: day.length })) ?? [];
    expect(points.filter(({ count }) => count !== 1)).toEqual([]);
    rows.push(...points.map(({ at, last }): [string, number, number] => [name, at, last]));
  }
  await store.close();
  return rows.sort();
}

describe.skipIf(notPlayed(NAME))("a gateway in the street", () => {
  test("that is killed again and again in the middle of a day, and its city too, delivers every row once", {
    timeout: 120_000,
  }, async () => {
    const seed = String(Date.now());
    const chance = (what: string) => chanceOf(seed, what);
    const began = performance.now();
    const day = await theDay();
    const place = (what: string) => Math.floor(chance(what) * day.length);
    const kills = new Set(Array.from({ length: KILLS }, (_, i) => place(`kill ${i}`)));
    const cityGoes = place("city");
    const { url, databaseUrl, start } = await aCity();
    const first = await start();
    let city = Promise.resolve(first);
    const sensors = new Sensors(url);
    for (let taken = 0; taken < day.length; ) {
      if (taken === cityGoes && (await city) === first) {
        await first.kill();
        city = start();
      }
      sensors.tell(day[taken] ?? []);
      if (!kills.delete(taken)) {
        await sensors.onDisk();
        taken++;
        continue;
      }
      // while it writes, or while it sends
      if (chance(`how ${taken}`) < 0.5) await new Promise((resolve) => setTimeout(resolve, chance(`ms ${taken}`) * 5));
      else await sensors.onDisk().then(() => sensors.sent());
      await sensors.kill();
    }
    expect(await sensors.end()).toBe(0);
    (await city).child.kill("SIGTERM");
    await (await city).ended;

    const told = day
      .flat()
      .map((r): [string, number, number] => [`${r.deviceId ?? GATEWAY} ${r.stream}`, Number(r.at), r.value]);
    expect(await stored(databaseUrl, day)).toEqual(told.sort());
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.info(
      `${told.length} rows of a day, each once; ${sensors.kills} kills of the gateway, 1 of the city (seed ${seed}, ${seconds} s)`,
    );
  });
});
