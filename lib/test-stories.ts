import fc from "fast-check";
import { MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { AGE_MS } from "./store/history/due";
import { openHistory } from "./store/history/history";
import { Packer } from "./store/history/packer";
import { emptyRun } from "./store/history/run";
import type { Store } from "./store/open";
import { readingsBetween } from "./store/reading/readings-between";
import { readSeries } from "./store/reading/series";
import { rules, T0, testRiver } from "./test-river";

/** One reading as its device measured it. */
export type Told = { deviceId: string; stream: string; at: number; value: number };

const INSTANTS = 12;

/** What each stream may measure in a minute: water and heat about their thresholds, rain that adds up. */
const streams = {
  "jamsu water-level": fc.integer({ min: 50, max: 58 }).map((v) => v / 10),
  "gauge rainfall": fc.integer({ min: 0, max: 40 }).map((v) => v / 10),
  "box temperature": fc.integer({ min: 26, max: 36 }),
  "box humidity": fc.constantFrom(50, 60),
  "box wind-speed": fc.constant(1),
};

/** Twelve minutes of a river, a rain gauge and a weather box, in order of event time; not every stream says something every minute. */
export const story: fc.Arbitrary<Told[]> = fc
  .tuple(...Object.entries(streams).map(([name, value]) => minutes(name, value)))
  .map((all) => all.flat().sort((a, b) => a.at - b.at));

function minutes(name: string, value: fc.Arbitrary<number>): fc.Arbitrary<Told[]> {
  const [deviceId = "", stream = ""] = name.split(" ");
  const values = fc.array(fc.option(value, { freq: 4 }), { minLength: INSTANTS, maxLength: INSTANTS });
  return values.map((all) =>
    all.flatMap((v, i) => (v === null ? [] : [{ deviceId, stream, at: T0 + i * MINUTE, value: v }])),
  );
}

/** The rules of the test river (a level, a sum, silence), one on a stream that the city computes, one that holds, one of several levels. */
export const storyRules: Rule[] = rules.flatMap((rule) => {
  if (rule.id !== "level") return [rule];
  const box = { ...rule, scope: { kind: "weather" } };
  const steps = [{ level: 3 as const, raise: 5.7, clear: 5.6 }];
  return [
    rule,
    { ...rule, id: "levels", raise: 5.4, clear: 5.2, steps },
    { ...box, id: "heat", stream: "apparent-temperature", raise: 33, clear: 32 },
    { ...box, id: "warm", stream: "temperature", raise: 30, clear: 28, holdMs: 3 * MINUTE },
  ];
});

/** A river of its own for one story: the weather box is the gateway of the two gauges, too. */
export async function storyRiver() {
  const { store, open, time } = await testRiver();
  const properties = JSON.stringify({ gateway: "box" });
  await store.write((tx) => tx.device.updateMany({ where: { id: { in: ["jamsu", "gauge"] } }, data: { properties } }));
  const hubs = new Set<{ stop(): void }>();
  const start = async () => {
    const opened = await open(storyRules);
    hubs.add(opened.hub);
    return opened;
  };
  const packer = () =>
    new Packer({ history: store.history, keeps: () => new Map(), onSick: (_, error) => raise(error) });
  let packs = packer();
  return {
    store,
    open: start,
    /** As after a crash: nothing is left but the file. */
    restart: async () => {
      store.history.close();
      store.history = openHistory(store.file, (error) => error);
      packs = packer();
      return start();
    },
    /** What is stored grows old enough to be packed, and `most` steps of that are done. */
    pack: async (most: number) => {
      const step = (now: number) => store.alone(() => packs.step(now));
      while ((await step(time.now)) !== null);
      for (let done = 0; done < most && (await step(time.now + 2 * AGE_MS)) !== null; ) done++;
    },
    /** What is left; the river is over. */
    end: async () => {
      for (const hub of hubs) hub.stop();
      const left = await remainsOf(store);
      store.history.close();
      await store.close();
      return left;
    },
  };
}

function raise(error: unknown): never {
  throw error;
}

/** All that is left when a story is over, and how charts show it. */
async function remainsOf(store: Store) {
  const streams = await store.reader.stream.findMany();
  const nameOf = new Map(streams.map((s) => [s.id, `${s.deviceId} ${s.name}`]));
  const line = (stream: number, at: number | bigint, value: number) =>
    `${nameOf.get(stream)} at ${Number(at) - T0}: ${value}`;
  const span = { from: T0, to: T0 + INSTANTS * MINUTE - 1 };
  const rows = async ({ id }: { id: number }) => {
    const { at, value } = (await readingsBetween(store, [id], span.from, span.to)).get(id) ?? emptyRun;
    return Array.from(at, (instant, i) => line(id, instant, value[i] ?? Number.NaN));
  };
  const chart = ({ deviceId, name }: { deviceId: string; name: string }) =>
    readSeries(store, { deviceId, stream: name, ...span, points: 4 });
  return {
    rows: (await Promise.all(streams.map(rows))).flat(),
    latest: (await store.reader.latest.findMany()).map((r) => line(r.stream, r.at, r.value)).sort(),
    charts: await Promise.all(streams.map(chart)),
    alerts: (await store.reader.alert.findMany()).map(alertLine).sort(),
  };
}

type AlertFacts = {
  ruleId: string;
  raisedAt: number | bigint;
  value: number;
  level: number;
  clearedAt: number | bigint | null;
  clearedValue: number | null;
};

/** An alert as a line: when it was raised and cleared (ms since T0), at what. */
export function alertLine({ ruleId, raisedAt, value, level, clearedAt, clearedValue }: AlertFacts): string {
  const end = clearedAt === null ? "stands" : `until ${Number(clearedAt) - T0} at ${clearedValue}`;
  return `${ruleId} from ${Number(raisedAt) - T0} at ${value}, level ${level}, ${end}`;
}
