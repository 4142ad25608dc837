import { expect, test } from "vitest";
import type { ValueDelta } from "../contract/live";
import { RoomLog } from "./room-log";

test("a cursor gives what came after it, and nothing twice", () => {
  const log = new RoomLog("boot.staff");
  const start = log.cursor;
  log.add({ now: 1 });
  const middle = log.cursor;
  log.add({ now: 2 });
  expect(log.since(start)?.map((d) => d.now)).toEqual([1, 2]);
  expect(log.since(middle)?.map((d) => d.now)).toEqual([2]);
  expect(log.since(log.cursor)).toEqual([]);
});

test("what is no cursor of this room and this start is answered with a snapshot, whatever it is", () => {
  const log = new RoomLog("boot.staff");
  for (let i = 0; i < 10; i++) log.add({ now: i });
  const strange = [undefined, null, 5, {}, [], true, "", ".", "boot", "boot.staff", "boot.staff.", "boot.staff.-1"];
  const foreign = ["boot.public.5", "other.staff.5", "boot.staff.11", "boot.staff.1e1", "boot.staff.5.5", "boot.5"];
  for (const cursor of [...strange, ...foreign]) expect([cursor, log.since(cursor)]).toEqual([cursor, null]);
});

test("wide deltas are forgotten sooner than narrow ones, so that memory stays bounded", () => {
  const log = new RoomLog("boot.staff");
  const values: ValueDelta[] = Array.from({ length: 1000 }, (_, i) => [`d${i}`, "s", 1, 1]);
  const start = log.cursor;
  for (let i = 0; i < 100; i++) log.add({ now: i, values });
  const recent = log.cursor;
  expect(log.since(start)).toHaveLength(100);
  for (let i = 0; i < 150; i++) log.add({ now: i, values });
  expect(log.since(start)).toBeNull();
  expect(log.since(recent)).toHaveLength(150);
  const kept = (log as unknown as { kept: unknown[] }).kept.length;
  expect(kept).toBeLessThan(400);
});
