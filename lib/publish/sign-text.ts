import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";

/** What a sign shall show: the advice of one alert in Korean, or (text null) nothing. */
export type SignText = { text: string | null; level: Level | null; alertId: string | null };
export type SignPlace = { zone: string; lat: number; lon: number };

export type SignFacts = {
  alerts: Iterable<Alert>;
  /** Rules in force: their advice is what signs say. */
  rules: readonly Rule[];
  /** Whether a zone has a drawn area; one without stands for a purpose all over the city. */
  drawn(zone: string): boolean;
};

/** Within this of a sign an alert counts, where their zone is no place. Ours, and not official: a driver's next minutes. */
export const SIGN_REACH_M = 3000;

/** The advice of the worst published alert that stands in the sign's zone; of equals the newest. Nothing of a camera. */
export function signText(sign: SignPlace, { alerts, rules, drawn }: SignFacts): SignText {
  let worst: Alert | null = null;
  for (const alert of alerts) {
    if (alert.state === "cleared" || !alert.published || alert.hazard === "camera" || alert.zone !== sign.zone)
      continue;
    if (!drawn(sign.zone) && distanceM(sign, alert) > SIGN_REACH_M) continue;
    if (!worst || worse(alert, worst)) worst = alert;
  }
  if (!worst) return { text: null, level: null, alertId: null };
  const { id, ruleId, ruleName, level } = worst;
  return { text: rules.find((r) => r.id === ruleId)?.advice.ko ?? ruleName.ko, level, alertId: id };
}

function worse(a: Alert, b: Alert): boolean {
  return (
    a.level - b.level > 0 ||
    (a.level === b.level && (a.raisedAt > b.raisedAt || (a.raisedAt === b.raisedAt && a.id > b.id)))
  );
}
