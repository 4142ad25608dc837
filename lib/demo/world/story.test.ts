import { beforeAll, describe, expect, test } from "vitest";
import type { Bound } from "../../analyze/bound";
import { koreaPack } from "../../analyze/pack/korea";
import { planOf, silenceKey } from "../../analyze/plan";
import { type Verdict, Watch } from "../../analyze/watch";
import { MINUTE } from "../../base/clock";
import type { Rule } from "../../contract/rule";
import { kinds } from "../../kinds/index";
import type { World } from "../../kinds/kind";
import { demoDevices } from "../devices";
import { demoZones } from "../zones";
import { CYCLE_MS } from "./cycle";
import { createWorld } from "./world";

const cameras = demoDevices.filter((d) => d.kind === "cctv").map((d) => d.id);
const rules: Rule[] = koreaPack.map((rule) => ({ ...rule, version: 1, createdAt: 0, createdBy: "pack" }));
const noon = Date.parse("2026-11-23T12:00:00+09:00");
const place = { lat: 37.495, lon: 126.9 };

/** One thing that changed; `places` and `alerts` count what stands after it. */
type Told = { minute: number; type: Verdict["type"]; ruleId: string; device: string; places: number; alerts: number };

function boundWatch(): Watch {
  const watch = new Watch();
  const devices = demoDevices.map((device) => ({
    ...device,
    streams: (kinds.get(device.kind)?.streams ?? []).map(({ name, plausible }) => ({
      key: `${device.id} ${name}`,
      name,
      plausible,
      staleAfterMs: 3 * (kinds.get(device.kind)?.keepAliveMs ?? 0),
    })),
  }));
  watch.bind(planOf({ rules, devices, zones: demoZones }, noon));
  return watch;
}

/** What one device says, derived streams too; null while it is dark. */
function saidBy(device: (typeof demoDevices)[number], at: number, world: World): [string, number][] | null {
  if (world.fault(device.id, at) === "dark") return null;
  const kind = kinds.get(device.kind);
  const said = kind?.simulate?.(device, at, world) ?? {};
  const values = (kind?.streams ?? []).map((s): [string, unknown] => [
    s.name,
    s.derived ? s.derived.compute(said, at) : said[s.name],
  ]);
  return values.filter((v): v is [string, number] => typeof v[1] === "number");
}

/** Runs the story through the real rules, minute by minute, as the city would. */
function tell(since: number, cycles: number): Told[] {
  const world = createWorld({ seed: "haechi", since }, cameras);
  const watch = boundWatch();
  const seen = new Map<string, number>();
  const standing = new Map<Bound, string>();
  const told: Told[] = [];
  for (let minute = 0; minute < (cycles * CYCLE_MS) / MINUTE; minute++) {
    const at = since + minute * MINUTE;
    const verdicts: Verdict[] = [];
    for (const device of demoDevices) {
      const values = saidBy(device, at, world);
      if (values) seen.set(device.id, at);
      for (const [stream, value] of values ?? []) watch.sample(`${device.id} ${stream}`, at, value, verdicts);
      watch.sample(silenceKey(device.id), at, (at - (seen.get(device.id) ?? since)) / MINUTE, verdicts);
    }
    told.push(...verdicts.map((verdict) => changed(verdict, standing, minute)));
  }
  return told;
}

function changed({ type, bound, source }: Verdict, standing: Map<Bound, string>, minute: number): Told {
  const device = source.deviceId;
  bound.alertId = type === "clear" ? null : "stands";
  if (type === "raise") standing.set(bound, device);
  if (type === "clear") standing.delete(bound);
  return {
    minute,
    type,
    ruleId: bound.rule.id,
    device,
    places: new Set(standing.values()).size,
    alerts: standing.size,
  };
}

describe("the story under the real rules", () => {
  let told: Told[];
  beforeAll(() => {
    told = tell(noon, 7);
  }, 60_000);
  const raised = (ruleId: string) => told.filter((t) => t.type === "raise" && t.ruleId === ruleId).length;

  test("most of the city is calm: 9 places in alarm at most, and not 12 alerts", () => {
    expect(Math.max(...told.map((t) => t.places))).toBeLessThanOrEqual(9);
    expect(Math.max(...told.map((t) => t.alerts))).toBeLessThanOrEqual(11);
  });

  test("something begins or ends at least every 12 minutes, and within 6 of the start", () => {
    const minutes = [0, ...told.map((t) => t.minute)];
    const gaps = minutes.slice(1).map((minute, i) => minute - (minutes[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12);
    expect(minutes[1]).toBeLessThanOrEqual(6);
  });

  test("an underpass floods within 15 minutes of the start", () => {
    const first = told.find((t) => t.ruleId === "underpass-closed");
    expect(first?.minute).toBeLessThanOrEqual(15);
  });

  test("every sort of danger is met in a morning, and what rose falls again", () => {
    for (const id of [
      "underpass-closed",
      "street-closed",
      "rain-20-15m",
      "camera-offline",
      "camera-tampered",
      "jamsu-pedestrians",
    ]) {
      expect(raised(id), id).toBeGreaterThan(0);
    }
    const stood = (t: Told) =>
      told.some((c) => c.type === "clear" && c.ruleId === t.ruleId && c.device === t.device && c.minute > t.minute);
    const early = told.filter((t) => t.type === "raise" && t.minute < 6 * 90 && t.ruleId !== "heat-33");
    expect(early.filter((t) => !stood(t))).toEqual([]);
  });

  test("a heat day in the story warms few places, whatever the calendar says", () => {
    expect(raised("heat-33")).toBeLessThanOrEqual(3);
    expect(raised("cold-12")).toBe(0);
  });
});

describe("the world", () => {
  const world = createWorld({ seed: "haechi", since: noon }, cameras);

  test("is the same for the same seed, and another for another", () => {
    const again = createWorld({ seed: "haechi", since: noon }, cameras);
    const other = createWorld({ seed: "another", since: noon }, cameras);
    const rain = (w: typeof world) =>
      Array.from({ length: 90 }, (_, m) => w.rainSumMm(place.lat, place.lon, noon + m * MINUTE, 1));
    expect(rain(again)).toEqual(rain(world));
    expect(rain(other)).not.toEqual(rain(world));
  });

  test("is calm before the story begins", () => {
    for (let back = 1; back < 24 * 60; back += 7) {
      const at = noon - back * MINUTE;
      expect(world.rainMmPerH(place.lat, place.lon, at)).toBe(0);
      expect(world.waterLevelM("jamsu", place.lat, place.lon, at)).toBeLessThan(5.2);
      expect(cameras.every((id) => world.fault(id, at) === "none")).toBe(true);
    }
  });

  test("a sum of rain is what the intensity adds up to", () => {
    const at = noon + 20 * MINUTE;
    let sum = 0;
    for (let s = 0; s < 3600; s += 10) sum += (world.rainMmPerH(place.lat, place.lon, at - s * 1000) * 10) / 3600;
    expect(world.rainSumMm(place.lat, place.lon, at, 1)).toBeCloseTo(sum, 1);
    expect(sum).toBeGreaterThan(1);
  });

  test("the dam opens before the bridge knows", () => {
    const peak = (of: (at: number) => number) => {
      const minutes = Array.from({ length: 90 }, (_, m) => of(noon + m * MINUTE));
      return minutes.indexOf(Math.max(...minutes));
    };
    const jamsu = peak((at) => world.waterLevelM("jamsu", place.lat, place.lon, at));
    expect(jamsu - peak((at) => world.damM3s(at).outflow)).toBeGreaterThan(20);
  });
});
