import { expect, test } from "vitest";
import { distanceM } from "../base/geo";
import type { WireReading } from "../contract/reading";
import { drive, type Task, wayOf } from "./drive";
import { createDriver } from "./driver";

const home = { lat: 37.5, lon: 127 };
const incident = { lat: 37.52, lon: 127 };
const still = { ...home, speed: 0, heading: 0 };
const task: Task = { home, patrols: false, kmh: 36, goal: null };

test("drives at the stated speed, due north in one coordinate alone, and stops where it is going", () => {
  const on = drive(still, incident, 36, 10);
  expect(distanceM(home, on)).toBeCloseTo(100, 0);
  expect(on).toMatchObject({ lon: 127, speed: 36, heading: 0 });
  const there = drive(on, incident, 36, 3600);
  expect(there).toMatchObject(incident);
  expect(drive(there, incident, 36, 10).speed).toBe(0);
});

test("goes to its incident, home without one, and on patrol stays on its beat", () => {
  expect(wayOf("a", { ...task, goal: incident }, 0)).toEqual({ to: incident, kmh: 36 });
  expect(wayOf("a", task, 0).to).toEqual(home);
  const corners = [0, 1, 2, 3].map((n) => wayOf("a", { ...task, patrols: true }, n * 240_000).to);
  for (const corner of corners) expect(distanceM(home, corner)).toBeCloseTo(1300, -1);
  expect(new Set(corners.map(({ lat }) => lat)).size).toBeGreaterThan(1);
});

test("says where it is every two seconds while it drives and every fifteen while it stands, both coordinates each time", () => {
  const sent: WireReading[] = [];
  const line = {
    send: (r: readonly WireReading[]) => void sent.push(...r),
    status: () => undefined,
    close: async () => undefined,
  };
  let goal: Task["goal"] = null;
  const driver = createDriver({ id: "a", from: home, line, task: () => ({ ...task, goal }) });
  const pass = (from: number, to: number) => {
    for (let s = from; s < to; s++) driver.passTime(s * 1000);
    return sent.splice(0).filter(({ stream }) => stream === "lat" || stream === "lon");
  };
  expect(pass(0, 60)).toHaveLength(4 * 2);
  goal = incident;
  const driven = pass(60, 120);
  expect(driven.filter(({ stream }) => stream === "lat").length).toBeGreaterThan(25);
  expect(driven.filter(({ stream }) => stream === "lat")).toHaveLength(driven.length / 2);
});
