import { Failure } from "../base/failure";
import type { Incident } from "../contract/incident";
import { isOpen } from "../dispatch/assignment";
import { agencyOfActor, displayName } from "../guard/actor";
import { listAgencies, listStations } from "../store/agency/list-agencies";
import { closeIncident } from "../store/incident/change-incident";
import { incidentsWhere, readIncident } from "../store/incident/read-incidents";
import { listUnits } from "../store/unit/list-units";
import { incidentFor } from "./agency-view";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { addAlerts, openIncident } from "./open-incident";
import { announceIncident, record, tell } from "./record";
import { unitChoices } from "./unit-choices";
import { closed, wholeIncident } from "./whole-incident";

type Names =
  | "listIncidents"
  | "getIncident"
  | "openIncident"
  | "addIncidentAlerts"
  | "noteIncident"
  | "closeIncident"
  | "listUnitChoices"
  | "listAgencies"
  | "listUnits";

export function incidentHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock } = context;
  return {
    listIncidents: async ({ query: { state }, actor }) => {
      const agencyId = agencyOfActor(actor);
      const asked = agencyId ? { assignments: { some: { agencyId } } } : {};
      const incidents = await incidentsWhere(store.reader, { ...(state && { state }), ...asked }, MOST);
      return { incidents: incidents.map((i) => incidentFor(actor, i, i.id)) };
    },
    getIncident: async ({ params: { id }, actor }) => incidentFor(actor, await readIncident(store.reader, id), id),
    openIncident: ({ body, actor }) => openIncident(context, actor, body),
    addIncidentAlerts: ({ params: { id }, body, actor }) => addAlerts(context, actor, id, body.alertIds),
    noteIncident: async ({ params: { id }, body: { text }, actor }) => {
      const agencyId = agencyOfActor(actor);
      const incident = await store.write(async (tx) => {
        incidentFor(actor, await readIncident(tx, id), id);
        await tell(tx, context, actor, {
          incidentId: id,
          kind: "note",
          detail: { text, ...(agencyId && { agencyId }) },
        });
        await record(tx, context, actor, { action: "incident.note", subject: `incident:${id}`, detail: { text } });
        return wholeIncident(tx, id);
      });
      await context.changed({ incidents: [incident] });
      return incidentFor(actor, incident, id);
    },
    closeIncident: async ({ params: { id }, body: { cause }, actor }) => {
      const incident = await store.write(async (tx) => {
        checkAllEnded(await wholeIncident(tx, id));
        if (!(await closeIncident(tx, id, { at: clock.now(), by: displayName(actor), cause }))) throw closed;
        await tell(tx, context, actor, { incidentId: id, kind: "closed", detail: { cause } });
        await record(tx, context, actor, { action: "incident.close", subject: `incident:${id}`, detail: { cause } });
        const after = await wholeIncident(tx, id);
        await announceIncident(tx, context, after);
        return after;
      });
      await context.changed({ incidents: [incident] });
      return incident;
    },
    listUnitChoices: (asked) => unitChoices(context, asked),
    listAgencies: async () => ({ agencies: await listAgencies(store), stations: await listStations(store) }),
    listUnits: async ({ actor }) => {
      const agencyId = agencyOfActor(actor);
      return { units: await listUnits(store.reader, agencyId ? { agencyId } : {}) };
    },
  };
}

/** Incidents in one answer. */
const MOST = 500;

function checkAllEnded({ assignments }: Incident): void {
  const open = assignments.filter((a) => isOpen(a.state)).length;
  if (open > 0)
    throw new Failure(
      "conflict",
      `${open} assignments of this incident are still open. Wait for them to clear, or take them back.`,
    );
}
