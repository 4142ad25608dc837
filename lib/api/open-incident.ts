import type { z } from "zod";
import { Failure } from "../base/failure";
import type { Alert } from "../contract/alert";
import type { Incident, NewIncident } from "../contract/incident";
import { levels } from "../contract/level";
import { type Actor, displayName } from "../guard/actor";
import { assignAlerts } from "../store/alert/assign-alerts";
import { getAlerts } from "../store/alert/get-alerts";
import { addIncident } from "../store/incident/add-incident";
import { readIncident } from "../store/incident/read-incidents";
import type { Tx } from "../store/open";
import type { ApiContext } from "./context";
import { raiseIncident } from "./raise-incident";
import { announceIncident, found, oneInstant, record, tell } from "./record";

type Opened = { incident: Incident; alerts: Alert[] };

/** Opens an incident at the place of the worst of its alerts, with that alert's hazard and level. */
export async function openIncident(
  context: ApiContext,
  actor: Actor,
  asked: z.output<typeof NewIncident>,
): Promise<Incident> {
  const ids = [...new Set(asked.alertIds)];
  const id = context.newId();
  const opened = await context.store.write(async (tx) => {
    const worst = worstOf(await existing(tx, ids));
    const { hazard, level, lat, lon } = worst;
    const title = asked.title || worst.deviceName;
    await addIncident(tx, {
      id,
      title,
      hazard,
      level,
      lat,
      lon,
      openedAt: context.clock.now(),
      openedBy: displayName(actor),
    });
    await tell(tx, context, actor, { incidentId: id, kind: "opened", detail: { title, alertIds: ids } });
    await record(tx, context, actor, {
      action: "incident.open",
      subject: `incident:${id}`,
      detail: { title, alertIds: ids },
    });
    const taken = await take(tx, ids, id);
    await announceIncident(tx, context, taken.incident);
    return taken;
  });
  await context.changed({ incidents: [opened.incident], alerts: opened.alerts });
  return opened.incident;
}

/** Adds alerts to an open incident; its level rises to the highest of them and never falls by itself. */
export async function addAlerts(context: ApiContext, actor: Actor, id: string, alertIds: string[]): Promise<Incident> {
  const ids = [...new Set(alertIds)];
  const added = await context.store.write(async (tx) => {
    const incident = found(await readIncident(tx, id), "incident", id);
    const worst = worstOf(await existing(tx, ids));
    const level = levels[Math.max(worst.level, incident.level) - 1] ?? worst.level;
    const stamp = oneInstant(context);
    await tell(tx, stamp, actor, { incidentId: id, kind: "alert-added", detail: { alertIds: ids } });
    await record(tx, stamp, actor, {
      action: "incident.add-alerts",
      subject: `incident:${id}`,
      detail: { alertIds: ids },
    });
    if (!(await raiseIncident(tx, stamp, actor, { id, level })))
      throw new Failure("conflict", "This incident is closed. Open a new one.");
    return take(tx, ids, id);
  });
  await context.changed({ incidents: [added.incident], alerts: added.alerts });
  return added.incident;
}

async function take(tx: Tx, ids: string[], incidentId: string): Promise<Opened> {
  if ((await assignAlerts(tx, ids, incidentId)) < ids.length)
    throw new Failure("conflict", "One of these alerts belongs to an incident already. Load the alerts again.");
  return {
    incident: found(await readIncident(tx, incidentId), "incident", incidentId),
    alerts: await getAlerts(tx, ids),
  };
}

async function existing(tx: Tx, ids: string[]): Promise<Alert[]> {
  const alerts = await getAlerts(tx, ids);
  const missing = ids.find((id) => !alerts.some((a) => a.id === id));
  if (missing !== undefined) found(null, "alert", missing);
  return alerts;
}

/** The highest level; of equals the one that was raised first. */
export function worstOf(alerts: Alert[]): Alert {
  return alerts.reduce((worst, a) =>
    a.level > worst.level || (a.level === worst.level && a.raisedAt < worst.raisedAt) ? a : worst,
  );
}
