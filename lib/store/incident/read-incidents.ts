import type { Assignment, Incident, IncidentFile, TimelineEntry } from "../../contract/incident";
import { deadlinesOf } from "../deadline/read-deadlines";
import type { Prisma, PrismaClient } from "../generated/client";
import type { Store, Tx } from "../open";
import { ms } from "../time";

const whole = {
  alerts: { select: { id: true } },
  assignments: { orderBy: { requestedAt: "asc" }, include: { deadlines: true } },
  timeline: { orderBy: { id: "asc" } },
  linked: { select: { b: true } },
  linkedFrom: { select: { a: true } },
  files: { orderBy: { at: "asc" } },
} as const;

/** Incidents with their alerts, assignments and timeline, newest first. */
export async function incidentsWhere(
  from: PrismaClient | Tx,
  where: Prisma.IncidentWhereInput,
  take?: number,
): Promise<Incident[]> {
  return (
    await from.incident.findMany({ where, take, include: whole, orderBy: [{ openedAt: "desc" }, { id: "desc" }] })
  ).map(incidentOf);
}

export async function readIncident(from: PrismaClient | Tx, id: string): Promise<Incident | null> {
  return (await incidentsWhere(from, { id }))[0] ?? null;
}

/** What the screens start with: every open incident and the last that were closed. */
export async function incidentsForScreens(store: Store, closed: number): Promise<Incident[]> {
  const open = await incidentsWhere(store.reader, { state: "open" });
  return [...open, ...(await incidentsWhere(store.reader, { state: "closed" }, closed))];
}

function incidentOf(row: Prisma.IncidentGetPayload<{ include: typeof whole }>): Incident {
  const { alerts, assignments, timeline, linked, linkedFrom, files, ...own } = row;
  return {
    ...own,
    hazard: own.hazard as Incident["hazard"],
    level: own.level as Incident["level"],
    state: own.state as Incident["state"],
    openedAt: ms(own.openedAt),
    closedAt: ms(own.closedAt),
    alertIds: alerts.map((a) => a.id),
    assignments: assignments.map(assignmentOf),
    timeline: timeline.map(entryOf),
    linkedIds: [...linked.map((l) => l.b), ...linkedFrom.map((l) => l.a)],
    files: files.map(fileOf),
  };
}

export function assignmentOf(row: Prisma.AssignmentGetPayload<{ include: { deadlines: true } }>): Assignment {
  return {
    ...row,
    state: row.state as Assignment["state"],
    requestedAt: ms(row.requestedAt),
    receivedAt: ms(row.receivedAt),
    seenAt: ms(row.seenAt),
    unitAt: ms(row.unitAt),
    deadlines: deadlinesOf(row.deadlines),
    acceptedAt: ms(row.acceptedAt),
    refusedAt: ms(row.refusedAt),
    enRouteAt: ms(row.enRouteAt),
    arrivedAt: ms(row.arrivedAt),
    clearedAt: ms(row.clearedAt),
    cancelledAt: ms(row.cancelledAt),
  };
}

function entryOf(row: Prisma.TimelineEntryGetPayload<object>): TimelineEntry {
  return { ...row, at: ms(row.at), detail: JSON.parse(row.detail) as Record<string, unknown> };
}

function fileOf({ incidentId: _of, ...file }: Prisma.IncidentFileGetPayload<object>): IncidentFile {
  return { ...file, at: ms(file.at) };
}
