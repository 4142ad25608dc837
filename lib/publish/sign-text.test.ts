import { expect, test } from "vitest";
import type { Alert } from "../contract/alert";
import type { Rule } from "../contract/rule";
import { signText } from "./sign-text";

const sign = { zone: "riverside", lat: 37.515, lon: 126.996 };
const alert = (id: string, over: Partial<Alert> = {}): Alert => ({
  ...{ id, ruleId: "rule", ruleVersion: 1, ruleName: { ko: "이름", en: "name" }, deviceId: "d", deviceName: "d" },
  ...{ kind: "water-level", zone: "riverside", lat: 37.514, lon: 126.995, stream: "s", hazard: "flood", level: 2 },
  ...{ state: "raised", raisedAt: 1, recordedAt: 1, value: 1, clearedAt: null, clearedValue: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, note: null, published: true, groupId: "g", incidentId: null },
  ...over,
});
const rules = [{ id: "rule", advice: { ko: "돌아가십시오", en: "turn back" } }] as Rule[];
const geometry = { type: "Polygon", coordinates: [] };
const purposes: Record<string, string> = { riverside: "riverside", "han-1": "riverside", street: "street" };
const shown = (alerts: Alert[], drawn = false) => {
  const zone = (id: string) => ({ id, purpose: purposes[id], geometry: drawn && id === "riverside" ? geometry : null });
  return signText(sign, { alerts, rules, zone: zone as never });
};

test("the worst that stands, then the newest; in Korean", () => {
  const alerts = [alert("a"), alert("b", { level: 3, raisedAt: 1 }), alert("c", { level: 3, raisedAt: 2 })];
  expect(shown(alerts)).toEqual({ text: "돌아가십시오", level: 3, alertId: "c" });
  expect(shown([...alerts].reverse()).alertId).toBe("c");
});

test("nothing that is over, not published, a camera's, of another zone, or too far in a zone that is no place", () => {
  const far = { lat: 37.6, lon: 127.1 };
  const none = { text: null, level: null, alertId: null };
  expect(shown([])).toEqual(none);
  const not = [
    { state: "cleared" },
    { published: false },
    { hazard: "camera" },
    { zone: "street" },
    far,
  ] as Partial<Alert>[];
  for (const over of not) expect([over, shown([alert("a", over)])]).toEqual([over, none]);
  expect(shown([alert("a", far)], true).alertId).toBe("a");
});

test("a sign for a purpose shows what stands in a drawn zone of that purpose near it; a sign of a drawn zone only its own", () => {
  expect(shown([alert("a", { zone: "han-1" })]).alertId).toBe("a");
  expect(shown([alert("a", { zone: "han-1" })], true).alertId).toBeNull();
});
