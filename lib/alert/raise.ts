import type { Alert } from "../contract/alert";
import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";

export type AlertPlace = Pick<
  Alert,
  "deviceId" | "deviceName" | "kind" | "zone" | "zoneWide" | "lat" | "lon" | "stream"
>;

/** What raises: the rule version and the level, at `at` (event time) with `value` (what the rule measures). */
export type Raising = { rule: Rule; level: Level; at: number; value: number };

/** The alert that a rule raises, recorded at the city's `now`. */
export function raiseAlert(id: string, { rule, level, at, value }: Raising, place: AlertPlace, now: number): Alert {
  return {
    id,
    ruleId: rule.id,
    ruleVersion: rule.version,
    ruleName: rule.name,
    ...place,
    hazard: rule.hazard,
    level,
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
    groupId: id,
    incidentId: null,
  };
}
