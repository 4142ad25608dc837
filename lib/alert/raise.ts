import type { Alert } from "../contract/alert";
import type { Rule } from "../contract/rule";

export type AlertPlace = {
  deviceId: string;
  deviceName: string;
  kind: string;
  zone: string;
  lat: number;
  lon: number;
  stream: string;
};

/** The alert that a rule raises at `at` (event time) with `value` (the stream's unit), recorded at the city's `now`. */
export function raiseAlert(id: string, rule: Rule, place: AlertPlace, at: number, value: number, now: number): Alert {
  return {
    id,
    ruleId: rule.id,
    ruleVersion: rule.version,
    ruleName: rule.name,
    ...place,
    hazard: rule.hazard,
    level: rule.level,
    state: "raised",
    raisedAt: at,
    recordedAt: now,
    value,
    clearedAt: null,
    clearedValue: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    published: rule.publish,
    incidentId: null,
  };
}
