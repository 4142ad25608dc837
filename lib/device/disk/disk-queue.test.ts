import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { TEST_HOME } from "../../base/test-home";
import type { WireReading } from "../../contract/reading";
import type { Queue } from "../queue";
import { lockFolder } from "./dir-lock";
import { type DiskQueueOptions, openDiskQueue } from "./disk-queue";

const home = mkdtempSync(join(TEST_HOME, "haechi-queue-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folders = 0;
const folder = () => join(home, String(folders++));

const readings = (from: number, count: number): WireReading[] =>
  Array.from({ length: count }, (_, i) => ({ stream: "water-level", at: from + i, value: (from + i) / 2 }));
const all = (queue: Queue) => {
  const values: number[] = [];
  for (;;) {
    const { readings: batch, end } = queue.oldest(7);
    if (batch.length === 0) return values;
    values.push(...batch.map((r) => Number(r.at)));
    queue.drop(end);
  }
};
const segmentsIn = (dir: string) =>
  readdirSync(dir)
    .filter((name) => name.endsWith(".log"))
    .sort();
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Some of the life of a queue: what is added, answered for, and when the process ends, with how much of the last file. */
const step = fc.oneof(
  fc.record({ add: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ answer: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ cut: fc.double({ min: 0, max: 1, noNaN: true }), cursorKept: fc.boolean() }),
);

test("through any power cuts: what add returned for is sent in order, nothing twice but what was sent last", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let dir = folder();
      let queue = openDiskQueue(dir, { segmentBytes: 300 });
      let [added, answered] = [0, 0];
      for (const s of steps) {
        if ("add" in s) {
          queue.add(readings(added, s.add));
          added += s.add;
        } else if ("answer" in s) {
          const batch = queue.oldest(s.answer);
          expect(batch.readings).toEqual(readings(answered, batch.readings.length));
          expect(batch.readings.length > 0).toBe(added > answered);
          queue.drop(batch.end);
          answered += batch.readings.length;
        } else {
          const copy = folder();
          cpSync(dir, copy, { recursive: true });
          tear(copy, s.cut);
          if (!s.cursorKept) rmSync(join(copy, "cursor"), { force: true });
          queue.close();
          dir = copy;
          queue = openDiskQueue(dir, { segmentBytes: 300 });
          const first = queue.oldest(1).readings[0]?.at ?? added;
          expect(first).toBeLessThanOrEqual(answered);
          answered = Number(first);
        }
      }
      expect(all(queue)).toEqual(range(answered, added));
      queue.close();
    }),
    { numRuns: process.env.HAECHI_RECORDINGS === "on" ? 1000 : 40 },
  );
});

/** A write that the cut came into: part of a line behind the last whole one, or what the file system made of its block. */
function tear(dir: string, cut: number): void {
  const last = segmentsIn(dir).at(-1);
  if (!last) return;
  const line = '0badc0de 99 {"stream":"water-level","at":1,"value":1}\n';
  const rest = cut > 0.9 ? "\0".repeat(500) : line.slice(0, Math.floor(cut * line.length));
  writeFileSync(join(dir, last), rest, { flag: "a" });
}

test("a line that the cut tore is cut off wherever it was torn, its neighbours are kept, and its place is not used again", () => {
  const dir = folder();
  const queue = openDiskQueue(dir);
  queue.add(readings(0, 3));
  queue.close();
  const [name = ""] = segmentsIn(dir);
  const { size } = statSync(join(dir, name));
  for (let length = 0; length <= size; length++) {
    const copy = folder();
    cpSync(dir, copy, { recursive: true });
    truncateSync(join(copy, name), length);
    const cut = openDiskQueue(copy);
    const kept = cut.size();
    expect(kept).toBe(readFileSync(join(dir, name)).subarray(0, length).toString().split("\n").length - 1);
    cut.add(readings(100, 1));
    expect(all(cut)).toEqual([...range(0, kept), 100]);
    cut.close();
  }
});

test("a cursor ahead of what the disk kept hides nothing that comes after", () => {
  const dir = folder();
  const queue = openDiskQueue(dir);
  queue.add(readings(0, 5));
  queue.drop(queue.oldest(5).end);
  queue.close();
  for (const name of segmentsIn(dir)) rmSync(join(dir, name));
  const again = openDiskQueue(dir);
  again.add(readings(50, 2));
  expect(all(again)).toEqual([50, 51]);
  again.close();
});

test("a damaged line in the middle costs itself alone, a damaged file its own readings", () => {
  const dir = folder();
  const queue = openDiskQueue(dir, { segmentBytes: 150 });
  for (let i = 0; i < 12; i++) queue.add(readings(i, 1));
  queue.close();
  const names = segmentsIn(dir);
  const [first = "", second = ""] = names;
  const text = readFileSync(join(dir, first), "utf8");
  writeFileSync(join(dir, first), text.replace('"at":1,', '"at":7,'));
  writeFileSync(join(dir, second), "nothing that was written here\n");
  const perFile = text.trimEnd().split("\n").length;
  const again = openDiskQueue(dir, { segmentBytes: 150 });
  expect(all(again)).toEqual([0, ...range(2, perFile), ...range(2 * perFile, 12)]);
  expect(again.size()).toBe(0);
  again.close();
});

test("beyond its size the oldest file goes, and what went unsent is counted", () => {
  const options: DiskQueueOptions = { segmentBytes: 500, mostBytes: 2_000 };
  const dir = folder();
  const queue = openDiskQueue(dir, options);
  for (let i = 0; i < 100; i++) queue.add(readings(i, 1));
  const bytes = segmentsIn(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(2_000);
  expect(queue.lost()).toBe(100 - queue.size());
  expect(all(queue)).toEqual(range(queue.lost(), 100));
  expect(segmentsIn(dir)).toHaveLength(1);
  queue.close();
});

test("a folder is one process's, until that lets go or is gone", () => {
  const dir = mkdtempSync(join(home, "lock-"));
  const release = lockFolder(dir);
  expect(() => lockFolder(dir)).toThrow(expect.objectContaining({ code: "conflict" }));
  release();
  writeFileSync(join(dir, "lock"), `${process.pid} an-earlier-start-of-the-machine`);
  lockFolder(dir)();
  writeFileSync(join(dir, "lock"), "");
  lockFolder(dir)();
});
