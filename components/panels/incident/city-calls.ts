import { liveStore } from "@/components/live/live-store";
import { Failure } from "@/lib/base/failure";
import { createClient, failureOf } from "@/lib/client/client";
import { filesPath, MOST_FILE_BYTES } from "@/lib/contract/file";
import { type Assignment, type AssignmentStep, Incident } from "@/lib/contract/incident";

const client = createClient("");

/** What the desk and the agencies ask of the city about incidents. Each throws a Failure and brings the fresh state in. */
export const openIncident = (alertIds: string[], title: string): Promise<Incident> =>
  client.call("openIncident", { body: { alertIds, title } });

export const askToGo = (incidentId: string, ask: { agencyId: string; unitId?: string; code?: string; note?: string }) =>
  fresh(incidentId, () =>
    client.call("requestAssignment", {
      params: { id: incidentId },
      body: {
        agencyId: ask.agencyId,
        unitId: ask.unitId ?? null,
        ...(ask.note && { note: ask.note }),
        ...(ask.code && { code: ask.code }),
      },
    }),
  );

export const takeBack = (assignment: Assignment, reason: string) =>
  fresh(assignment.incidentId, () =>
    client.call("cancelAssignment", { params: { id: assignment.id }, body: { reason } }),
  );

export const answer = (
  assignment: Assignment,
  step: AssignmentStep,
  given: { reason?: string; unitId?: string } = {},
): Promise<Assignment> =>
  fresh(assignment.incidentId, () =>
    client.call("stepAssignment", { params: { id: assignment.id, step }, body: given }),
  );

export const writeNote = (incidentId: string, text: string) =>
  fresh(incidentId, () => client.call("noteIncident", { params: { id: incidentId }, body: { text } }));

/** To one agency on the incident, or (null) to all. */
export const sendMessage = (incidentId: string, text: string, to: string | null) =>
  fresh(incidentId, () => client.call("messageIncident", { params: { id: incidentId }, body: { text, to } }));

/** The live line brings what came of it. */
export const receive = (assignment: Assignment, by: "console" | "person") =>
  client.call("receiveAssignment", { params: { id: assignment.id }, body: { by } });

export const nameUnit = (assignment: Assignment, unitId: string) =>
  fresh(assignment.incidentId, () => client.call("assignUnit", { params: { id: assignment.id }, body: { unitId } }));
export const tickStep = (incidentId: string, stepId: string, done: boolean) =>
  fresh(incidentId, () => client.call("tickStep", { params: { id: incidentId, stepId }, body: { done } }));

export const closeIncident = (incidentId: string, cause: string) =>
  fresh(incidentId, () => client.call("closeIncident", { params: { id: incidentId }, body: { cause } }));

type Both = { incident: Incident; other: Incident };

export const mergeIncident = (id: string, into: string): Promise<Both> =>
  freshBoth(id, into, client.call("mergeIncident", { params: { id }, body: { into } }));

export const splitIncident = (id: string, part: { alertIds: string[]; assignmentIds: string[] }): Promise<Both> =>
  client.call("splitIncident", { params: { id }, body: part }).then((both) => {
    keep(both.incident);
    keep(both.other);
    return both;
  });

export const linkIncident = (id: string, to: string): Promise<Both> =>
  freshBoth(id, to, client.call("linkIncident", { params: { id }, body: { to } }));

export const unlinkIncident = (id: string, to: string): Promise<Both> =>
  freshBoth(id, to, client.call("unlinkIncident", { params: { id, to } }));

const freshBoth = (id: string, other: string, work: Promise<Both>): Promise<Both> =>
  fresh(id, () => fresh(other, () => work));

/** An incident that the live line does not carry (any more). Throws a Failure where the city does not know it. */
export const bringIncident = (id: string): Promise<void> => client.call("getIncident", { params: { id } }).then(keep);

/** Does the work, then brings the incident as it now is: after a conflict at once, and also while the live line is down. */
async function fresh<T>(incidentId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await bringIncident(incidentId).catch(() => undefined);
  }
}

/** The timeline only grows: a longer one that came over the live line meanwhile is the newer. */
function keep(incident: Incident): void {
  liveStore.setState((city) => {
    const known = city.incidents.get(incident.id);
    if (known && known.timeline.length > incident.timeline.length) return city;
    return { incidents: new Map(city.incidents).set(incident.id, incident) };
  });
}

/** Adds a file's bytes to an incident. Throws a Failure, also where the file is too large to be sent. */
export async function addFile(incidentId: string, file: File): Promise<void> {
  if (file.size > MOST_FILE_BYTES)
    throw new Failure("too-large", "This file is too large. Make it smaller, and add it again.");
  const url = `${filesPath(incidentId)}?name=${encodeURIComponent(file.name)}`;
  const answer = await fetch(url, { method: "POST", body: file, credentials: "same-origin" }).catch(() => null);
  if (!answer) throw new Failure("unreachable", "The city does not answer. Check the connection and try again.");
  if (!answer.ok) throw await failureOf(answer);
  keep(Incident.parse(await answer.json()));
}
