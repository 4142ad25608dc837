import { expect, test, vi } from "vitest";
import type { Device } from "@/lib/contract/device";
import type { Delta } from "@/lib/contract/live";
import { PulseBoard } from "./pulse-board";

const device = (id: string, more: Partial<Device> = {}): Device => ({
  id,
  kind: "water-level",
  name: id,
  lat: 37.5,
  lon: 127,
  zone: "riverside",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: 1000,
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: 10,
  status: null,
  link: "fresh",
  latest: [{ stream: "water-level", at: 10, value: 1, state: "fresh" }],
  ...more,
});
const delta = (more: Partial<Delta>): Delta => ({ cursor: "1", now: 0, ...more });

function boardOf(...devices: Device[]): PulseBoard {
  const board = new PulseBoard();
  board.reset(devices);
  return board;
}

test("a value changes its device only, and only its listener is told", () => {
  const board = boardOf(device("a"), device("b"));
  const [a, b] = [vi.fn(), vi.fn()];
  board.onDevice("a", a);
  board.onDevice("b", b);
  const before = board.of("b");
  board.apply(delta({ values: [["a", "water-level", 20, 2]] }));
  expect(board.of("a")?.values.get("water-level")).toEqual({ stream: "water-level", at: 20, value: 2, state: "fresh" });
  expect(board.of("b")).toBe(before);
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 0]);
});

test("an older value never replaces a newer one", () => {
  const board = boardOf(device("a"));
  board.apply(delta({ values: [["a", "water-level", 5, 9]] }));
  expect(board.of("a")?.values.get("water-level")?.value).toBe(1);
});

test("a link without a status keeps the status it knew", () => {
  const board = boardOf(device("a", { status: { battery: 80 } }));
  board.apply(delta({ links: [{ id: "a", link: "offline", lastSeenAt: 10 }] }));
  expect(board.of("a")).toMatchObject({ link: "offline", status: { battery: 80 } });
  expect(board.counts()).toEqual({ fresh: 0, late: 0, offline: 1, never: 0 });
  expect(board.counts(() => false)).toEqual({ fresh: 0, late: 0, offline: 0, never: 0 });
});

test("one delta is told once, with every device it changed, gone ones too", () => {
  const board = boardOf(device("a"), device("b"));
  const told = vi.fn();
  board.onChange(told);
  board.apply(
    delta({
      values: [
        ["a", "water-level", 20, 2],
        ["unknown", "x", 1, 1],
      ],
      devices: [device("c")],
      devicesGone: ["b"],
    }),
  );
  expect(told).toHaveBeenCalledTimes(1);
  expect([...(told.mock.calls[0]?.[0] ?? [])].sort()).toEqual(["a", "b", "c"]);
  expect(board.of("b")).toBeUndefined();
});

test("a value says in which state it is, and its state may change without one", () => {
  const board = boardOf(device("a"));
  const state = () => board.of("a")?.values.get("water-level");
  board.apply(delta({ values: [["a", "water-level", 20, 9, "implausible"]] }));
  expect(state()).toMatchObject({ value: 9, state: "implausible" });
  const changed = vi.fn();
  board.onDevice("a", changed);
  board.apply(delta({ states: [["a", "water-level", "stale"]] }));
  expect([state(), changed.mock.calls.length]).toMatchObject([{ at: 20, value: 9, state: "stale" }, 1]);
  board.apply(delta({ states: [["a", "unheard", "stale"]] }));
  expect(changed).toHaveBeenCalledTimes(1);
});
