import { MINUTE } from "../base/clock";
import type { Alert } from "../contract/alert";
import { firstOpen } from "../contract/deadline";
import type { ShiftState } from "../contract/handover";
import type { Incident } from "../contract/incident";
import { type Procedures, proceduresFor, ticksOf } from "../contract/procedure";
import { isOpen } from "../dispatch/assignment";
import { listAlerts } from "../store/alert/list-alerts";
import { readProcedures } from "../store/incident/procedures";
import { incidentsWhere } from "../store/incident/read-incidents";
import type { Tx } from "../store/open";
import { type MuteAct, mutesSince } from "../store/shift/mutes";

/** Alerts of each state in a handover: nobody reads more. */
const MOST = 300;
/** No mute is longer (components/attention). */
const LONGEST_MUTE_MS = 30 * MINUTE;

/** What stands open now (UTC ms, the city's clock). */
export async function shiftState(db: Tx, now: number): Promise<ShiftState> {
  const incidents = await incidentsWhere(db, { state: "open" });
  const procedures = await readProcedures(db);
  const unseen = await listAlerts(db, { state: "raised", limit: MOST });
  const seen = await listAlerts(db, { state: "acknowledged", limit: MOST });
  return {
    incidents: incidents.map((it) => lineOf(it, procedures)).sort((a, b) => b.level - a.level),
    alerts: [...unseen, ...seen].map(alertLine).sort((a, b) => b.level - a.level),
    overdue: incidents.flatMap((it) => overdueOf(it, now)),
    mutes: mutesNow(await mutesSince(db, now - LONGEST_MUTE_MS), now),
  };
}

function lineOf({ id, title, level, hazard, assignments, timeline }: Incident, procedures: Procedures) {
  const ticks = ticksOf(timeline);
  const steps = proceduresFor(procedures, { hazard, level }).flatMap((p) => p.steps);
  const requests = assignments.filter((a) => isOpen(a.state)).length;
  return { id, title, level, hazard, requests, done: steps.filter((s) => ticks.has(s.id)).length, steps: steps.length };
}

function alertLine({ id, deviceName, level, hazard, state, raisedAt }: Alert) {
  return { id, title: deviceName, level, hazard, state, raisedAt };
}

function overdueOf({ id, title, assignments }: Incident, now: number): ShiftState["overdue"] {
  return assignments.flatMap(({ agencyId, deadlines }) => {
    const owed = firstOpen(deadlines);
    if (!owed || owed.dueAt > now) return [];
    return { incidentId: id, title, agencyId, step: owed.step, dueAt: owed.dueAt };
  });
}

/** The last word of each person counts. */
export function mutesNow(acts: readonly MuteAct[], now: number): ShiftState["mutes"] {
  const last = new Map(acts.map((act) => [act.actor, act]));
  return [...last.values()]
    .map(({ actor, at, minutes }) => ({ by: actor.replace(/^\w+:/, ""), at, until: at + minutes * MINUTE }))
    .filter(({ until }) => until > now);
}
