import { SqliteError } from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../base/clock";
import { findExisting } from "../reading/find-existing";
import { latestAt } from "../reading/latest-at";
import { readingsAfter } from "../reading/readings-after";
import { readingsBetween } from "../reading/readings-between";
import { replayReadings } from "../reading/replay-readings";
import { readSeries } from "../reading/series";
import { valueAt } from "../reading/value-at";
import { bruteForce } from "./brute-force";
import { AGE_MS } from "./due";
import { between, emptyRun, sameRun } from "./run";
import { NAMES, readings, T0, type TestHistory, testHistory } from "./test-history";

const RUNS = process.env.HAECHI_RECORDINGS === "on" ? 150 : 4;
const stream = fc.integer({ min: 1, max: 3 });
const step = fc.constantFrom(3000, 20_000, MINUTE, 10 * MINUTE, 7 * HOUR);

type Act = (history: TestHistory) => Promise<void> | void;
const acts: fc.Arbitrary<Act>[] = [
  fc.tuple(stream, step, fc.integer({ min: 1, max: 1500 })).map(
    ([id, ms, count]): Act =>
      (h) => {
        const start = Math.max(T0, h.newest(id)) + ms;
        h.now = Math.max(h.now, start + ms * count);
        return h.send(readings(id, start, ms, count));
      },
  ),
  fc.tuple(stream, fc.array(fc.integer({ min: -3, max: 90 * 24 * 60 }), { maxLength: 30 })).map(
    ([id, minutes]): Act =>
      (h) => {
        const at = minutes.map((m) => T0 + m * MINUTE + 500).filter((time) => time < h.newest(id));
        return h.send(at.map((time, i) => [time, id, i]));
      },
  ),
  fc.integer({ min: 1, max: 6 }).map(
    (steps): Act =>
      (h) =>
        h.pack(steps),
  ),
  fc.constant<Act>((h) => {
    h.now += 7 * HOUR;
    return h.pack();
  }),
  fc.constant<Act>((h) => h.restart()),
  fc.integer({ min: 0, max: 1000 }).map(
    (share): Act =>
      (h) => {
        h.store.history.tails.forgetFrom(T0 + ((h.now - T0) * share) / 1000);
      },
  ),
];

async function agrees(h: TestHistory, from: number, to: number, points: number): Promise<void> {
  for (const [i, name] of NAMES.entries()) {
    const run = h.run(i + 1);
    const series = await readSeries(h.store, { deviceId: "box", stream: name, from, to, points });
    // as text: thousands of points compare in a moment
    expect(JSON.stringify(series)).toBe(JSON.stringify(bruteForce(run, from, to, points)));
    expect(
      sameRun((await readingsBetween(h.store, [i + 1], from, to)).get(i + 1) ?? emptyRun, between(run, from, to)),
    ).toBe(true);
    const newest = run.at.findLastIndex((at) => at <= to);
    const expected = newest < 0 ? undefined : { at: run.at[newest], value: run.value[newest] };
    expect((await latestAt(h.store, to)).get(i + 1)).toEqual(expected);
  }
}

/** [at, stream, value] in order of time, then of streams. */
async function replayed(h: TestHistory, from: number, to: number): Promise<number[][]> {
  const rows: number[][] = [];
  for await (const { count, at, stream: streams, value } of replayReadings(h.store, [1, 2, 3], from, to))
    for (let i = 0; i < count; i++) rows.push([at[i] ?? 0, streams[i] ?? 0, value[i] ?? 0]);
  return rows;
}

function truth(h: TestHistory, from: number, to: number): number[][] {
  const rows = [1, 2, 3].flatMap((id) => [...h.of(id)].map(([at, value]) => [at, id, value]));
  return rows.filter(([at = 0]) => at >= from && at <= to).sort(([a = 0, s = 0], [b = 0, t = 0]) => a - b || s - t);
}

describe("whatever is sent, packed, forgotten or cut off", () => {
  it("charts, readings and the newest are those of the plain list", { timeout: 300_000 }, async () => {
    const range = fc.tuple(fc.double({ min: -0.1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    const asked = fc.tuple(range, fc.constantFrom(1, 7, 300, 1000));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...acts), { minLength: 2, maxLength: 14 }), asked, async (list, question) => {
        const h = await testHistory();
        for (const act of list) await act(h);
        const [[share, length], points] = question;
        const span = h.now - T0 + HOUR;
        const from = Math.floor(T0 + span * share);
        await agrees(h, from, Math.floor(from + 1 + span * length), points);
        expect(JSON.stringify(await replayed(h, from, h.now))).toBe(JSON.stringify(truth(h, from, h.now)));
        const keys = [1, 2, 3].flatMap((id) => [...h.of(id).keys()].map((at): [number, number] => [at, id]));
        expect((await findExisting(h.store, keys)).size).toBe(keys.length);
        expect(
          (
            await findExisting(
              h.store,
              keys.map(([at, id]) => [at + 1, id]),
            )
          ).size,
        ).toBe(0);
        await h.store.close();
      }),
      { numRuns: RUNS },
    );
  });
});

it("packs what is old by stream, and the log is empty", async () => {
  const h = await testHistory();
  await h.send([...readings(1, T0, 10 * MINUTE, 500), ...readings(2, T0, 3000, 3000)]);
  h.now = T0 + 4 * DAY;
  await h.pack();
  expect([h.count("Reading"), h.count("Pack")]).toEqual([0, 4]);
  expect(await readingsAfter(h.store, [1, 2], T0 + 499 * 10 * MINUTE)).toEqual([]);
  expect(await readingsAfter(h.store, [1, 2], T0 + 498 * 10 * MINUTE)).toHaveLength(1);
});

it("says the value of an instant wherever it lies", async () => {
  const h = await testHistory();
  await h.send(readings(1, T0, HOUR, 20));
  h.now += DAY;
  await h.pack();
  await h.pack();
  h.now += AGE_MS;
  await h.pack();
  await h.send([...readings(1, T0 + 20 * HOUR, HOUR, 2), [T0 + 90, 1, 7]]);
  expect(h.count("Pack")).toBe(1);
  const at = (time: number) => valueAt(h.store, "box", "a", time);
  const known = [T0 + 3 * HOUR, T0 + 21 * HOUR, T0 + 90];
  expect(await Promise.all(known.map(at))).toEqual(known.map((time) => h.of(1).get(time)));
  expect(await Promise.all([T0 + 1, T0 - 1, T0 + 30 * HOUR].map(at))).toEqual([undefined, undefined, undefined]);
});

it("loses nothing where the disk refuses a step, and does it again", async () => {
  const h = await testHistory();
  await h.pack();
  await h.send(readings(1, T0, 3000, 1500));
  const { writer } = h.store.history;
  const transaction = writer.transaction.bind(writer);
  // everything is written and then nothing of it
  writer.transaction = (work) =>
    transaction(() => {
      work();
      throw new SqliteError("database or disk is full", "SQLITE_FULL");
    });
  await expect(h.pack()).rejects.toThrow("full");
  expect([h.count("Pack"), h.count("Rollup"), h.count("Reading")]).toEqual([0, 0, 1500]);
  await agrees(h, T0, T0 + HOUR, 100);
  writer.transaction = transaction;
  // a look finds room, and the disk counts as well again
  await h.store.tend();
  await h.pack();
  expect(h.count("Pack")).toBe(1);
  await agrees(h, T0, T0 + HOUR, 100);
});

it("leaves a stream alone whose packs cannot be read, and packs everybody else", async () => {
  const h = await testHistory();
  await h.send([...readings(1, T0, 3000, 1500), ...readings(2, T0, 3000, 1500)]);
  h.now += DAY;
  await h.pack();
  await h.store.write((tx) => tx.pack.updateMany({ where: { stream: 1 }, data: { data: Buffer.of(0, 200) } }));
  await h.send([...readings(1, T0 + DAY, 3000, 1500), ...readings(2, T0 + DAY, 3000, 1500)]);
  h.sick = [];
  h.now += DAY;
  await h.pack();
  await h.pack();
  expect(h.sick).toEqual([1]);
  expect(((await readingsBetween(h.store, [2], T0, h.now)).get(2) ?? emptyRun).at).toHaveLength(3000);
  expect(h.count("Reading")).toBeGreaterThanOrEqual(1500);
});

it("keeps what is young in the log and answers from memory", async () => {
  const h = await testHistory();
  await h.pack();
  await h.send(readings(1, T0, MINUTE, 60));
  h.now = T0 + HOUR;
  await h.pack();
  expect([h.count("Reading"), h.count("Pack"), h.store.history.tails.total]).toEqual([60, 0, 60]);
  await agrees(h, T0, h.now, 100);
});

it("finds a late reading its place in a pack and in every rollup above it", async () => {
  const h = await testHistory();
  await h.send(readings(1, T0, 3000, 5000));
  h.now += DAY;
  await h.pack();
  await h.send([[T0 + 601_500, 1, 99]]);
  await h.pack();
  expect(h.count("Late")).toBe(1);
  await agrees(h, T0, h.now, 300);
  h.now += DAY;
  await h.pack();
  expect(h.count("Late")).toBe(0);
  for (const points of [2, 20, 300]) await agrees(h, T0, h.now, points);
});

it("lets readings go when they are older than they are kept, then minutes, then hours; days stay", async () => {
  const h = await testHistory();
  await h.pack();
  await h.send([...readings(1, T0, 10 * MINUTE, 144 * 30), ...readings(2, T0, 3000, 3000)]);
  const asked = { deviceId: "box", stream: "a", from: T0, to: T0 + 30 * DAY };
  const by = async (points: number) => (await readSeries(h.store, { ...asked, points }))?.length;
  h.now = T0 + 30 * DAY;
  await h.pack();
  const daily = await readSeries(h.store, { ...asked, points: 31 });
  h.keep = { readings: 9, minutes: 19, hours: 39 };
  h.now += DAY;
  await h.pack();
  // 21 days of readings are gone: their minutes are there for ten days, their hours for all
  expect(((await readingsBetween(h.store, [1], T0, h.now)).get(1) ?? emptyRun).at[0]).toBe(T0 + 21 * DAY);
  expect(await by(5000)).toBeGreaterThan(18 * 144);
  expect(await readSeries(h.store, { ...asked, points: 31 })).toEqual(daily);
  expect((await latestAt(h.store, T0 + 5 * DAY)).get(1)?.at).toBe(T0 + 5 * DAY - 10 * MINUTE);
  h.now += 300 * DAY;
  await h.pack();
  expect(h.count("Pack")).toBe(0);
  expect(await readSeries(h.store, { ...asked, points: 31 })).toEqual(daily);
});
