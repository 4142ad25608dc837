import { HOUR } from "../base/clock";
import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Incident } from "../contract/incident";
import { describeKind } from "../contract/kind";
import type { IncidentReport, ReportChart } from "../contract/report";
import type { Rule } from "../contract/rule";
import { listAgencies } from "../store/agency/list-agencies";
import { getAlerts } from "../store/alert/get-alerts";
import { auditAbout } from "../store/audit/list-audit";
import { readIncident } from "../store/incident/read-incidents";
import { noticesAbout } from "../store/notice/notices-about";
import { readSeries } from "../store/reading/series";
import { ruleVersions } from "../store/rule/rule-versions";
import { listUnits } from "../store/unit/list-units";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found } from "./record";

/** Of an incident of hundreds of alerts the worst are drawn; all are listed. */
const MOST_CHARTS = 12;
const POINTS = 240;
/** What stands further off is not of the place, metres. */
const NEAR_M = 1500;
const MOST_PLACES = 60;

export function reportHandlers(context: ApiContext): Pick<Handlers, "getIncidentReport"> {
  const { store, clock } = context;
  return {
    getIncidentReport: async ({ params }) => {
      const incident = found(await readIncident(store.reader, params.id), "incident", params.id);
      const alerts = await getAlerts(store.reader, incident.alertIds);
      const subjects = subjectsOf(incident);
      const acts = await auditAbout(store.reader, subjects);
      const sent = new Set(incident.assignments.map((a) => a.unitId));
      return {
        madeAt: clock.now(),
        incident,
        alerts,
        charts: await chartsOf(context, alerts),
        notices: await noticesAbout(store.reader, subjects),
        acts: acts.map(({ id, at, actor, action, subject }) => ({ id, at, actor, action, subject })),
        agencies: await listAgencies(store),
        units: (await listUnits(store.reader)).filter((unit) => sent.has(unit.id)),
        places: placesOf(context, incident, alerts),
      };
    },
  };
}

function subjectsOf({ id, alertIds, assignments }: Incident): string[] {
  return [`incident:${id}`, ...alertIds.map((it) => `alert:${it}`), ...assignments.map((a) => `assignment:${a.id}`)];
}

async function chartsOf(context: ApiContext, alerts: readonly Alert[]): Promise<ReportChart[]> {
  const worst = alerts.toSorted((a, b) => b.level - a.level || a.raisedAt - b.raisedAt);
  const charts: ReportChart[] = [];
  for (const alert of worst.filter((a) => a.stream !== "").slice(0, MOST_CHARTS)) {
    const chart = await chartOf(context, alert);
    if (chart) charts.push(chart);
  }
  return charts;
}

async function chartOf({ store, clock, kinds }: ApiContext, alert: Alert): Promise<ReportChart | null> {
  const kind = kinds.get(alert.kind);
  const stream = kind && describeKind(kind).streams.find((s) => s.name === alert.stream);
  const [from, to] = [alert.raisedAt - HOUR, Math.min(clock.now(), (alert.clearedAt ?? clock.now()) + HOUR)];
  if (!stream || from >= to) return null;
  const points = await readSeries(store, { deviceId: alert.deviceId, stream: stream.name, from, to, points: POINTS });
  const rule = (await ruleVersions(store.reader, alert.ruleId)).find((r) => r.version === alert.ruleVersion);
  return { alertId: alert.id, stream, from, to, points: points ?? [], bars: barsOf(rule) };
}

/** The levels in the stream's own unit; of a rule that looks at more than the value there are none to draw. */
function barsOf(rule: Rule | undefined): ReportChart["bars"] {
  if (rule?.measure.type !== "value") return [];
  return [
    { level: rule.level, value: rule.raise },
    ...(rule.steps ?? []).map((s) => ({ level: s.level, value: s.raise })),
  ];
}

function placesOf({ view, kinds }: ApiContext, incident: Incident, alerts: readonly Alert[]): IncidentReport["places"] {
  const own = new Set(alerts.map((a) => a.deviceId));
  return view
    .devices()
    .map((device) => ({ device, metres: distanceM(device, incident) }))
    .filter(({ device, metres }) => own.has(device.id) || metres <= NEAR_M)
    .sort((a, b) => Number(own.has(b.device.id)) - Number(own.has(a.device.id)) || a.metres - b.metres)
    .slice(0, MOST_PLACES)
    .map(({ device: { id, name, kind, lat, lon } }) => {
      return { id, name, label: kinds.get(kind)?.label ?? { ko: kind, en: kind }, lat, lon };
    });
}
