import { HOUR, MINUTE } from "../base/clock";
import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Device } from "../contract/device";
import type { Trust, TrustReason } from "../contract/evidence";
import type { AlertFinding } from "../contract/finding";

/** How near another device must be to have its say, metres: an estimate of this product (2026, unverified). */
const NEAR_M = 1500;
const OLD_MS = 10 * MINUTE;
const LOW_BATTERY = 20;
const NEIGHBOURS_ASKED = 2;

export type TrustFacts = {
  alert: Alert;
  /** The device that raised it; undefined where it is gone. */
  device: Device | undefined;
  /** Every device in service. */
  devices: readonly Device[];
  /** Alerts that stand or ended lately. */
  alerts: readonly Alert[];
  finding: AlertFinding | null;
};

/**
 * How much an alert is to be believed. A person's finding decides; without one, what other devices say weighs most, then the class
 * and health of the device and the age of its data. The weights are this product's estimate (2026): they order alerts, they do
 * not measure a chance.
 */
export function trustOf({ alert, device, devices, alerts, finding }: TrustFacts): Trust {
  if (finding === "confirmed") return { level: "high", score: 1, reasons: [{ code: "confirmed" }] };
  if (finding === "false") return { level: "low", score: 0, reasons: [{ code: "false" }] };
  const said = [...witnesses(alert, devices, alerts), ...health(alert, device)];
  const score = Math.min(1, Math.max(0, 0.4 + said.reduce((sum, { weight }) => sum + weight, 0)));
  const level = score >= 0.7 ? "high" : score >= 0.45 ? "medium" : "low";
  return { level, score: Math.round(score * 100) / 100, reasons: said.map(({ reason }) => reason) };
}

type Said = { reason: TrustReason; weight: number };

function witnesses(alert: Alert, devices: readonly Device[], alerts: readonly Alert[]): Said[] {
  const others = alerts.filter(
    (a) =>
      a.deviceId !== alert.deviceId && a.groupId === alert.groupId && Math.abs(a.raisedAt - alert.raisedAt) <= HOUR,
  );
  const same = new Set(others.filter((a) => a.kind === alert.kind).map((a) => a.deviceId)).size;
  const other = new Set(others.filter((a) => a.kind !== alert.kind).map((a) => a.deviceId)).size;
  const said: Said[] = [];
  if (same > 0) said.push({ reason: { code: "agrees-same-kind", n: same }, weight: Math.min(0.4, 0.25 + 0.05 * same) });
  if (other > 0)
    said.push({ reason: { code: "agrees-other-kind", n: other }, weight: Math.min(0.4, 0.3 + 0.05 * other) });
  if (said.length > 0) return said;
  const calm = devices.filter(
    (d) => d.id !== alert.deviceId && d.kind === alert.kind && d.link === "fresh" && distanceM(d, alert) <= NEAR_M,
  ).length;
  if (calm >= NEIGHBOURS_ASKED) return [{ reason: { code: "neighbours-calm", n: calm }, weight: -0.15 }];
  return [{ reason: { code: "alone" }, weight: 0 }];
}

function health(alert: Alert, device: Device | undefined): Said[] {
  const said: Said[] = [];
  const lateMs = alert.recordedAt - alert.raisedAt;
  if (device && device.class >= 2) said.push({ reason: { code: "class-high", n: device.class }, weight: 0.15 });
  if (device && device.class === 0) said.push({ reason: { code: "class-low", n: 0 }, weight: -0.05 });
  const battery = device?.status?.battery;
  if (battery !== undefined && battery < LOW_BATTERY)
    said.push({ reason: { code: "battery-low", n: battery }, weight: -0.1 });
  if (device?.link !== "fresh") said.push({ reason: { code: "link-poor" }, weight: -0.1 });
  if (lateMs > OLD_MS) said.push({ reason: { code: "data-old", n: Math.round(lateMs / MINUTE) }, weight: -0.1 });
  return said;
}
