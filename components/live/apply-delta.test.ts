import { describe, expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import type { Delta } from "@/lib/contract/live";
import { applyDelta, CLEARED_KEPT } from "./apply-delta";
import { emptyCity } from "./city-state";

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  ruleId: "r",
  ruleVersion: 1,
  ruleName: { ko: "규칙", en: "Rule" },
  deviceId: "d",
  deviceName: "D",
  kind: "water-level",
  zone: "riverside",
  lat: 37.5,
  lon: 127,
  stream: "water-level",
  hazard: "flood",
  level: 2,
  state: "raised",
  raisedAt: 1,
  recordedAt: 1,
  value: 5.6,
  clearedAt: null,
  clearedValue: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  note: null,
  published: false,
  groupId: "g",
  incidentId: null,
  ...more,
});
const delta = (more: Partial<Delta>): Delta => ({ cursor: "2", now: 1, ...more });

describe("applyDelta", () => {
  test("replaces the object with its id and keeps its neighbours", () => {
    const city = applyDelta(emptyCity, delta({ alerts: [alert("a"), alert("b")] }));
    const after = applyDelta(city, delta({ alerts: [alert("a", { state: "acknowledged" })] }));
    expect(after.alerts.get("a")?.state).toBe("acknowledged");
    expect(after.alerts.get("b")).toBe(city.alerts.get("b"));
  });

  test("keeps the identity of what the delta does not name", () => {
    const city = applyDelta(emptyCity, delta({ alerts: [alert("a")] }));
    const after = applyDelta(city, delta({ cursor: "3", values: [["d", "water-level", 2, 5]] }));
    expect(after.cursor).toBe("3");
    for (const part of ["devices", "zones", "alerts", "incidents", "units", "health"] as const) {
      expect(after[part]).toBe(city[part]);
    }
  });

  test("takes away what is gone", () => {
    const zone = { id: "z", purpose: "street" as const, name: { ko: "길", en: "Street" }, geometry: null };
    const city = applyDelta(emptyCity, delta({ zones: [zone] }));
    expect(applyDelta(city, delta({ zonesGone: ["z"] })).zones.size).toBe(0);
    expect(applyDelta(city, delta({ zonesGone: ["unknown"] })).zones).toBe(city.zones);
  });

  test("forgets the oldest cleared alerts, never a standing one nor one of an incident", () => {
    const cleared = Array.from({ length: CLEARED_KEPT + 10 }, (_, i) =>
      alert(`c${i}`, { state: "cleared", clearedAt: i }),
    );
    const kept = [alert("standing"), alert("linked", { state: "cleared", clearedAt: -1, incidentId: "i" })];
    const { alerts } = applyDelta(emptyCity, delta({ alerts: [...cleared, ...kept] }));
    expect(alerts.size).toBe(CLEARED_KEPT + 2);
    expect(alerts.has("c9")).toBe(false);
    expect(alerts.has("c10")).toBe(true);
    expect(alerts.has("standing") && alerts.has("linked")).toBe(true);
  });
});
