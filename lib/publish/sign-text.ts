import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Zone } from "../contract/device";
import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";

/** What a sign shall show: the advice of one alert in Korean, or (text null) nothing. */
export type SignText = { text: string | null; level: Level | null; alertId: string | null };
export type SignPlace = { zone: string; lat: number; lon: number };

export type SignFacts = {
  alerts: Iterable<Alert>;
  /** Rules in force: their advice is what signs say. */
  rules: readonly Rule[];
  zone(id: string): Zone | undefined;
};

/** Around a sign. Ours, and not official: a driver's next minutes. */
export const SIGN_REACH_M = 3000;

/** The advice of the worst published alert that concerns the sign; of equals the newest. Nothing of a camera. */
export function signText(sign: SignPlace, { alerts, rules, zone }: SignFacts): SignText {
  let worst: Alert | null = null;
  for (const alert of alerts) {
    if (alert.state === "cleared" || !alert.published || alert.hazard === "camera") continue;
    if (concerns(alert, sign, zone) && (!worst || worse(alert, worst))) worst = alert;
  }
  if (!worst) return { text: null, level: null, alertId: null };
  const { id, ruleId, ruleName, level } = worst;
  return { text: rules.find((r) => r.id === ruleId)?.advice.ko ?? ruleName.ko, level, alertId: id };
}

/** A sign in a drawn zone stands for that zone; one in a purpose (riverside, underpass) for every place of that purpose around it. */
function concerns(alert: Alert, sign: SignPlace, zone: SignFacts["zone"]): boolean {
  if (zone(sign.zone)?.geometry) return alert.zone === sign.zone;
  const same = alert.zone === sign.zone || zone(alert.zone)?.purpose === sign.zone;
  return same && distanceM(sign, alert) <= SIGN_REACH_M;
}

function worse(a: Alert, b: Alert): boolean {
  return (
    a.level - b.level > 0 ||
    (a.level === b.level && (a.raisedAt > b.raisedAt || (a.raisedAt === b.raisedAt && a.id > b.id)))
  );
}
