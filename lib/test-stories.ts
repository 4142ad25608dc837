import fc from "fast-check";
import { MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import type { Store } from "./store/open";
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
  const { store, open } = await testRiver();
  const properties = JSON.stringify({ gateway: "box" });
  await store.write((tx) => tx.device.updateMany({ where: { id: { in: ["jamsu", "gauge"] } }, data: { properties } }));
  const hubs = new Set<{ stop(): void }>();
  return {
    store,
    open: async () => {
      const opened = await open(storyRules);
      hubs.add(opened.hub);
      return opened;
    },
    /** What is left; the river is over. */
    end: async () => {
      for (const hub of hubs) hub.stop();
      return remainsOf(store).finally(store.close);
    },
  };
}

/** All that is left when a story is over, and how charts show it. */
async function remainsOf(store: Store) {
  const known = await store.reader.stream.findMany();
  const names = new Map(known.map((s) => [s.id, `${s.deviceId} ${s.name}`]));
  const rowOf = (r: { stream: number; at: bigint; value: number }) =>
    `${names.get(r.stream)} at ${Number(r.at) - T0}: ${r.value}`;
  const chart = { from: T0, to: T0 + INSTANTS * MINUTE - 1, points: 4 };
  return {
    rows: [...(await store.reader.reading.findMany()), ...(await store.reader.late.findMany())].map(rowOf).sort(),
    latest: (await store.reader.latest.findMany()).map(rowOf).sort(),
    charts: await Promise.all(
      known.map(({ deviceId, name }) => readSeries(store, { deviceId, stream: name, ...chart })),
    ),
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
