import { expect, test } from "vitest";
import type { Status } from "../contract/device";
import type { WireReading } from "../contract/reading";
import { kinds } from "../kinds/index";
import { createSimulator, speaksEveryMs } from "./simulator";
import { createWorld } from "./world/world";

const since = Date.parse("2026-11-23T12:00:00+09:00");
const device = { id: "cctv-x", lat: 37.5, lon: 127 };

function simulated(kindId: string) {
  const sent: WireReading[] = [];
  const said: Status[] = [];
  const line = {
    send: (r: readonly WireReading[]) => void sent.push(...r),
    status: (s: Status) => void said.push(s),
    close: async () => undefined,
  };
  const world = createWorld({ seed: "haechi", since }, kindId === "cctv" ? [device.id] : []);
  return { sent, said, simulator: createSimulator({ device, kind: kinds.get(kindId), world, line }) };
}

test("every kind speaks every 10 to 60 seconds, amounts each minute", () => {
  for (const kind of kinds.values()) {
    expect(speaksEveryMs(kind)).toBeGreaterThanOrEqual(10_000);
    expect(speaksEveryMs(kind)).toBeLessThanOrEqual(60_000);
  }
  const rain = kinds.get("rain-gauge");
  expect(rain && speaksEveryMs(rain)).toBe(60_000);
});

test("says each beat once, at the beat's own time and not later than now", () => {
  const { sent, simulator } = simulated("rain-gauge");
  for (let s = 0; s < 600; s++) simulator.passTime(since + s * 1000);
  const times = sent.map((r) => Number(r.at));
  expect(times.length).toBe(10 + 1);
  expect(new Set(times.slice(1).map((t, i) => t - (times[i] ?? 0)))).toEqual(new Set([60_000]));
});

test("a camera speaks by its status, and not at all while it is dark", () => {
  const { sent, said, simulator } = simulated("cctv");
  for (let s = 0; s < 20 * 60; s += 10) simulator.passTime(since + s * 1000);
  expect(sent).toEqual([]);
  const silent = said.filter((s) => Number(s.at) >= since + 60_000 && Number(s.at) < since + 14 * 60_000);
  expect(silent).toEqual([]);
  expect(said.at(-1)?.camera).toEqual({ recording: true, fps: 25, tampered: false });
});

test("tells its past in order of time, in streams that its kind has and a device may send", () => {
  const { sent, simulator } = simulated("weather");
  simulator.tellPast(since - 86_400_000, since, 600_000);
  expect(sent.length).toBe(144 * 4);
  expect(sent.map((r) => Number(r.at))).toEqual(sent.map((r) => Number(r.at)).toSorted((a, b) => a - b));
  expect(new Set(sent.map((r) => r.stream))).toEqual(new Set(["temperature", "humidity", "wind-speed", "rainfall"]));
});
