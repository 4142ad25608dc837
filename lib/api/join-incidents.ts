import { Failure } from "../base/failure";
import type { Alert } from "../contract/alert";
import type { Incident } from "../contract/incident";
import { levels } from "../contract/level";
import { isOpen } from "../dispatch/assignment";
import { type Actor, displayName } from "../guard/actor";
import { getAlerts } from "../store/alert/get-alerts";
import { moveKept } from "../store/camera/kept-pictures";
import { moveFiles } from "../store/incident/add-file";
import { addIncident } from "../store/incident/add-incident";
import { closeMerged, dropLink, moveAlerts, moveAssignments, putLink } from "../store/incident/join-incidents";
import type { Tx } from "../store/open";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { worstOf } from "./open-incident";
import { raiseIncident } from "./raise-incident";
import { announceAssignment, announceIncident, oneInstant, record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

type Names = "mergeIncident" | "splitIncident" | "linkIncident" | "unlinkIncident";
type Both = { incident: Incident; other: Incident };

export function joiningHandlers(context: ApiContext): Pick<Handlers, Names> {
  return {
    mergeIncident: (asked) => told(context, (tx) => merge(tx, context, asked)),
    splitIncident: (asked) => told(context, (tx) => split(tx, context, asked)),
    linkIncident: ({ params: { id }, body: { to }, actor }) =>
      told(context, async (tx) => {
        await twoOf(tx, id, to);
        if (!(await putLink(tx, id, to))) throw changed("They are linked already.");
        return tied(tx, context, actor, { id, to, kind: "linked" });
      }),
    unlinkIncident: ({ params: { id, to }, actor }) =>
      told(context, async (tx) => {
        await twoOf(tx, id, to);
        if (!(await dropLink(tx, id, to))) throw changed("They are not linked.");
        return tied(tx, context, actor, { id, to, kind: "unlinked" });
      }),
  };
}

async function merge(tx: Tx, context: ApiContext, { params, body, actor }: Asked<"mergeIncident">): Promise<Both> {
  const move = { from: params.id, into: body.into };
  const { incident, other } = await twoOpen(tx, move.from, move.into);
  const assignmentIds = incident.assignments.map((a) => a.id);
  await moveAll(tx, move, { alertIds: incident.alertIds, assignmentIds });
  await moveFiles(tx, move);
  await moveKept(tx, move);
  const closing = {
    at: context.clock.now(),
    by: displayName(actor),
    cause: body.cause || `→ ${other.title}`,
  };
  if (!(await closeMerged(tx, move, closing))) throw closed;
  const moved = { alertIds: incident.alertIds, assignmentIds };
  const said = { other: move.into, otherTitle: other.title, cause: closing.cause, ...moved };
  await tell(tx, context, actor, { incidentId: move.from, kind: "merged-into", detail: said });
  const came = { other: move.from, otherTitle: incident.title, ...moved };
  await tell(tx, context, actor, { incidentId: move.into, kind: "merged", detail: came });
  const level = levels[Math.max(incident.level, other.level) - 1] ?? other.level;
  if (!(await raiseIncident(tx, oneInstant(context), actor, { id: move.into, level }))) throw closed;
  await record(tx, context, actor, { action: "incident.merge", subject: `incident:${move.from}`, detail: said });
  const after = await bothOf(tx, move.from, move.into);
  await announceIncident(tx, context, after.incident);
  await announceMoved(tx, context, after.other, assignmentIds);
  return after;
}

async function split(tx: Tx, context: ApiContext, { params, body, actor }: Asked<"splitIncident">): Promise<Both> {
  const move = { from: params.id, into: context.newId() };
  const alertIds = [...new Set(body.alertIds)];
  const assignmentIds = [...new Set(body.assignmentIds)];
  const incident = await wholeIncident(tx, move.from);
  if (incident.state !== "open") throw closed;
  const alerts = (await getAlerts(tx, alertIds)).filter((a) => a.incidentId === move.from);
  if (alerts.length < alertIds.length) throw changed("Some of these alerts are not in this incident.");
  if (incident.alertIds.length === alertIds.length)
    throw new Failure("invalid", "Leave at least one alert in the incident, or merge it whole.");
  const title = body.title || worstOf(alerts).deviceName;
  await addIncident(tx, newIncident(worstOf(alerts), { id: move.into, title, actor, now: context.clock.now() }));
  await moveAll(tx, move, { alertIds, assignmentIds });
  const moved = { alertIds, assignmentIds };
  const said = { other: move.into, otherTitle: title, ...moved };
  await tell(tx, context, actor, { incidentId: move.from, kind: "split", detail: said });
  const came = { other: move.from, otherTitle: incident.title, ...moved };
  await tell(tx, context, actor, { incidentId: move.into, kind: "split-from", detail: came });
  await record(tx, context, actor, { action: "incident.split", subject: `incident:${move.from}`, detail: said });
  const after = await bothOf(tx, move.from, move.into);
  await announceIncident(tx, context, after.other);
  await announceMoved(tx, context, after.other, assignmentIds);
  return after;
}

/** Who has no panel must hear where its request went: the state is the same, the incident is another. */
async function announceMoved(tx: Tx, context: ApiContext, incident: Incident, ids: string[]): Promise<void> {
  const moved = incident.assignments.filter((a) => ids.includes(a.id) && isOpen(a.state));
  for (const { id } of moved) await announceAssignment(tx, context, incident, id);
}

type Born = { id: string; title: string; actor: Actor; now: number };

function newIncident({ hazard, level, lat, lon }: Alert, { id, title, actor, now }: Born) {
  return { id, title, hazard, level, lat, lon, openedAt: now, openedBy: displayName(actor) };
}

type Tie = { id: string; to: string; kind: "linked" | "unlinked" };

async function tied(tx: Tx, context: ApiContext, actor: Actor, { id, to, kind }: Tie): Promise<Both> {
  const { incident, other } = await bothOf(tx, id, to);
  // to no agency: it may not be on the other one
  const onThis = { other: to, otherTitle: other.title, agencyId: null };
  await tell(tx, context, actor, { incidentId: id, kind, detail: onThis });
  await tell(tx, context, actor, {
    incidentId: to,
    kind,
    detail: { ...onThis, other: id, otherTitle: incident.title },
  });
  await record(tx, context, actor, { action: `incident.${kind}`, subject: `incident:${id}`, detail: onThis });
  return bothOf(tx, id, to);
}

async function moveAll(
  tx: Tx,
  move: { from: string; into: string },
  { alertIds, assignmentIds }: { alertIds: string[]; assignmentIds: string[] },
): Promise<void> {
  const alerts = await moveAlerts(tx, alertIds, move);
  const assignments = await moveAssignments(tx, assignmentIds, move);
  if (alerts < alertIds.length || assignments < assignmentIds.length)
    throw changed("Some alerts or requests are not in this incident any more.");
}

const changed = (what: string): Failure => new Failure("conflict", `${what} Load the incident again.`);

async function bothOf(tx: Tx, id: string, other: string): Promise<Both> {
  return { incident: await wholeIncident(tx, id), other: await wholeIncident(tx, other) };
}

async function twoOf(tx: Tx, id: string, other: string): Promise<Both> {
  if (id === other) throw new Failure("invalid", "Name another incident than this one.");
  return bothOf(tx, id, other);
}

async function twoOpen(tx: Tx, id: string, other: string): Promise<Both> {
  const two = await twoOf(tx, id, other);
  if (two.incident.state !== "open" || two.other.state !== "open") throw closed;
  return two;
}

/** Alerts go too: each now says another incident. */
async function told(context: ApiContext, work: (tx: Tx) => Promise<Both>): Promise<Both> {
  const { both, alerts } = await context.store.write(async (tx) => {
    const both = await work(tx);
    return { both, alerts: await getAlerts(tx, [...both.incident.alertIds, ...both.other.alertIds]) };
  });
  await context.changed({ incidents: [both.incident, both.other], alerts });
  return both;
}
