import type { Alert } from "../../contract/alert";
import type { Prisma } from "../generated/client";

export type AlertRow = Prisma.AlertUncheckedCreateInput;

/** A freshly raised alert as it is stored. */
export function alertRow(alert: Alert): AlertRow {
  const { ruleName: _name, deviceName: _device, kind: _kind, zone, zoneWide, lat: _lat, lon: _lon, ...own } = alert;
  return {
    ...own,
    zone: zoneWide ? zone : null,
    levels: null,
    forecast: own.forecast ? JSON.stringify(own.forecast) : null,
    escalations: null,
    finding: null,
    raisedAt: BigInt(own.raisedAt),
    recordedAt: BigInt(own.recordedAt),
    clearedAt: null,
    acknowledgedAt: null,
  };
}

const unseen = { state: "raised", acknowledgedAt: null, acknowledgedBy: null, note: null };

/** What its last change of level makes of an alert that is stored. Only one that rises takes back that somebody has seen it. */
export function levelRow({ level, levels = [] }: Alert) {
  const last = levels.at(-1);
  return { level, levels: JSON.stringify(levels), ...(last && last.level > last.from && unseen) };
}
