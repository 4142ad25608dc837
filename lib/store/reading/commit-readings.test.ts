import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "../../base/clock";
import { testStore } from "../test-store";
import { commitReadings, noFacts } from "./commit-readings";
import type { ReadingRow } from "./pack-rows";

const now = Date.parse("2026-07-01T12:00:00+09:00");

const row = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 400 * DAY })).map((age) => now - age),
  fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 ** 20 - 1 })),
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -50, max: 50 })).map((v) => v + 0),
);
const rows = fc.uniqueArray(row, { maxLength: 60, selector: ([at, stream]) => `${at}/${stream}` });

test("what is committed is what is stored, to the last bit, however far apart its times are", async () => {
  const store = await testStore();
  await fc.assert(
    fc.asyncProperty(rows, async (fresh) => {
      await store.write((tx) => tx.reading.deleteMany());
      await commitReadings(store, { ...noFacts, fresh });
      const stored = await store.reader.reading.findMany();
      expect(stored.map((r) => [Number(r.at), r.stream, r.value])).toEqual(
        fresh.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
      );
    }),
    { numRuns: 40 },
  );
});

test("a reading that is stored stays as it is; the newest of a stream only moves on; a memory is replaced", async () => {
  const store = await testStore();
  const at = (ms: number, value: number): ReadingRow => [now + ms, 7, value];
  const commit = (ms: number, value: number, memory: string) =>
    commitReadings(store, {
      ...noFacts,
      fresh: [at(ms, value)],
      latest: [[...at(ms, value), now]],
      memories: [["rule", "device", "stream", memory]],
    });
  await commit(1, 10, "a");
  await commit(1, 99, "b");
  await commit(0, 5, "c");
  expect((await store.reader.reading.findMany()).map((r) => r.value)).toEqual([5, 10]);
  expect(await store.reader.latest.findMany()).toEqual([
    { stream: 7, at: BigInt(now + 1), value: 10, since: BigInt(now) },
  ]);
  expect((await store.reader.ruleState.findMany()).map((r) => r.memory)).toEqual(["c"]);
});
