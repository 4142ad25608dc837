import { expect, it } from "vitest";
import type { Alert } from "../contract/alert";
import type { Device } from "../contract/device";
import { trustOf } from "./trust";

const T0 = 1_700_000_000_000;
const place = { lat: 37.5, lon: 127 };
const alert = (part: Partial<Alert> = {}): Alert =>
  ({
    id: "a",
    groupId: "a",
    deviceId: "d",
    kind: "street-flood",
    raisedAt: T0,
    recordedAt: T0,
    ...place,
    ...part,
  }) as Alert;
const device = (part: Partial<Device> = {}): Device =>
  ({ id: "d", kind: "street-flood", class: 0, link: "fresh", status: null, ...place, ...part }) as Device;
const facts = { alert: alert(), device: device(), devices: [device()], alerts: [alert()], finding: null };
const codes = (trust: ReturnType<typeof trustOf>) => trust.reasons.map((r) => r.code);

it("believes a lone sensor of a low class little, and says why", () => {
  const trust = trustOf(facts);
  expect([trust.level, codes(trust)]).toEqual(["low", ["alone", "class-low"]]);
});

it("believes more what others say too, most what another kind says", () => {
  const same = trustOf({ ...facts, alerts: [alert(), alert({ id: "b", deviceId: "e" })] });
  const other = trustOf({ ...facts, alerts: [alert(), alert({ id: "b", deviceId: "r", kind: "rain-gauge" })] });
  expect([same.level, other.level]).toEqual(["medium", "high"]);
  expect(other.score).toBeGreaterThan(same.score);
});

it("believes less where the neighbours are calm, and an alert of another place or an hour ago is no witness", () => {
  const calm = ["e", "f"].map((id) => device({ id }));
  expect(codes(trustOf({ ...facts, devices: [device(), ...calm] }))).toContain("neighbours-calm");
  const elsewhere = [
    alert({ id: "b", groupId: "b", deviceId: "e" }),
    alert({ id: "c", deviceId: "f", raisedAt: T0 - 3_600_001 }),
  ];
  expect(codes(trustOf({ ...facts, alerts: elsewhere }))).toContain("alone");
});

it("weighs class, battery, line and age, and a person's finding above all", () => {
  const weak = device({ link: "late", status: { battery: 9 } });
  const late = alert({ recordedAt: T0 + 3_600_000 });
  expect(codes(trustOf({ ...facts, alert: late, device: weak }))).toEqual(
    expect.arrayContaining(["battery-low", "link-poor", "data-old"]),
  );
  expect(trustOf({ ...facts, device: device({ class: 2 }) }).score).toBeGreaterThan(trustOf(facts).score);
  expect(trustOf({ ...facts, finding: "confirmed" })).toMatchObject({ level: "high", score: 1 });
  expect(trustOf({ ...facts, finding: "false" })).toMatchObject({ level: "low", score: 0 });
});
