import { expect, test } from "vitest";
import type { ValueDelta } from "../contract/live";
import { LIVE_LIMITS } from "./limits";
import { RoomLog, weightOf } from "./room-log";

const numbersAfter = (log: RoomLog, number: number) => log.after(number)?.map((logged) => logged.number);

test("a number gives what came after it, and nothing twice", () => {
  const log = new RoomLog("boot.staff");
  const start = log.numberOf(log.cursor) ?? Number.NaN;
  const { message } = log.add({ now: 1 });
  expect(JSON.parse(message.text().slice("2/live,".length))).toEqual(["delta", { cursor: log.cursor, now: 1 }]);
  log.add({ now: 2 });
  expect(numbersAfter(log, start)).toEqual([1, 2]);
  expect(numbersAfter(log, 1)).toEqual([2]);
  expect(numbersAfter(log, log.newest)).toEqual([]);
  expect(weightOf(log.after(start) ?? [])).toBe(log.bytes);
});

test("what is no cursor of this room and this start is answered with a snapshot, whatever it is", () => {
  const log = new RoomLog("boot.staff");
  for (let i = 0; i < 10; i++) log.add({ now: i });
  const missed = (cursor: unknown) => {
    const number = log.numberOf(cursor);
    return number === null ? null : log.after(number);
  };
  const strange = [undefined, null, 5, {}, [], true, "", ".", "boot", "boot.staff", "boot.staff.", "boot.staff.-1"];
  const foreign = ["boot.public.5", "other.staff.5", "boot.staff.11", "boot.staff.1e1", "boot.staff.5.5", "boot.5"];
  for (const cursor of [...strange, ...foreign]) expect([cursor, missed(cursor)]).toEqual([cursor, null]);
  expect(missed("boot.staff.9")).toHaveLength(1);
});

test("what is kept is bounded in bytes and in number, and what nobody hears is not kept", () => {
  const values: ValueDelta[] = Array.from({ length: 100 }, (_, i) => [`d${i}`, "s", 1, 1]);
  const wide = new RoomLog("boot.staff", { ...LIVE_LIMITS, logBytes: 20_000 });
  for (let i = 0; i < 100; i++) wide.add({ now: i, values });
  expect(wide.bytes).toBeLessThanOrEqual(20_000);
  expect([wide.after(99)?.length, wide.after(50)]).toEqual([1, null]);
  const many = new RoomLog("boot.staff", { ...LIVE_LIMITS, logDeltas: 10 });
  for (let i = 0; i < 25; i++) many.add({ now: i });
  expect([numbersAfter(many, 15), many.after(14)]).toEqual([[16, 17, 18, 19, 20, 21, 22, 23, 24, 25], null]);
  many.pass();
  expect([many.bytes, many.after(25), many.after(26)]).toEqual([0, null, []]);
  many.add({ now: 27 });
  expect(numbersAfter(many, 26)).toEqual([27]);
});
