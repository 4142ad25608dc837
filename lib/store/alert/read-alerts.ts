import type { Alert, LevelChange } from "../../contract/alert";
import type { Escalation } from "../../contract/escalation";
import type { AlertForecast } from "../../contract/forecast";
import type { RuleBody } from "../../contract/rule";
import type { Alert as Row } from "../generated/client";
import type { Tx } from "../open";

/** Rows as the contract has them: with the words of the rule version that raised them and the place of their device. */
export async function readAlerts(db: Tx, rows: Row[]): Promise<Alert[]> {
  const [names, devices] = [await ruleNames(db, rows), await placesOf(db, rows)];
  return rows.map((row) => alertOf(row, names.get(versionKey(row)), devices.get(row.deviceId)));
}

type Place = { name: string; kind: string; zone: string; lat: number; lon: number };

async function ruleNames(db: Tx, rows: Row[]): Promise<Map<string, RuleBody["name"]>> {
  const ids = [...new Set(rows.map((r) => r.ruleId))];
  const versions = await db.ruleVersion.findMany({ where: { ruleId: { in: ids } } });
  return new Map(versions.map((v) => [`${v.ruleId}/${v.version}`, (JSON.parse(v.body) as RuleBody).name]));
}

async function placesOf(db: Tx, rows: Row[]): Promise<Map<string, Place>> {
  const ids = [...new Set(rows.map((r) => r.deviceId))];
  const select = { id: true, name: true, kind: true, zone: true, lat: true, lon: true };
  return new Map((await db.device.findMany({ where: { id: { in: ids } }, select })).map((d) => [d.id, d]));
}

function versionKey(row: Row): string {
  return `${row.ruleId}/${row.ruleVersion}`;
}

function alertOf(
  { levels, escalations, finding, foundAt, foundBy, foundNote, forecast, ...row }: Row,
  name: RuleBody["name"] | undefined,
  device: Place | undefined,
): Alert {
  return {
    ...row,
    ...(forecast && { forecast: JSON.parse(forecast) as AlertForecast }),
    ...(levels && { levels: JSON.parse(levels) as LevelChange[] }),
    ...(finding && {
      finding: {
        what: finding as "confirmed" | "false",
        at: Number(foundAt),
        by: foundBy ?? "",
        note: foundNote,
      },
    }),
    ...(escalations && { escalations: JSON.parse(escalations) as Escalation[] }),
    ...(row.zone !== null && { zoneWide: true }),
    ruleName: name ?? { ko: row.ruleId, en: row.ruleId },
    deviceName: device?.name ?? row.deviceId,
    kind: device?.kind ?? "",
    zone: row.zone ?? device?.zone ?? "",
    lat: device?.lat ?? 0,
    lon: device?.lon ?? 0,
    hazard: row.hazard as Alert["hazard"],
    level: row.level as Alert["level"],
    state: row.state as Alert["state"],
    raisedAt: Number(row.raisedAt),
    recordedAt: Number(row.recordedAt),
    clearedAt: row.clearedAt === null ? null : Number(row.clearedAt),
    acknowledgedAt: row.acknowledgedAt === null ? null : Number(row.acknowledgedAt),
  };
}
