import type { AgencyChoice } from "../contract/agency";
import type { Incident } from "../contract/incident";
import { whichAgencies } from "../dispatch/which-agencies";
import { listAgencies } from "../store/agency/list-agencies";
import { getAlerts } from "../store/alert/get-alerts";
import { zonesOfDevices } from "../store/device/zones-of-devices";
import { readIncident } from "../store/incident/read-incidents";
import type { Tx } from "../store/open";
import { listZones } from "../store/zone/list-zones";
import type { Asked } from "./asked";
import type { ApiContext } from "./context";
import { found } from "./record";

/** Which agencies to ask to an incident: by its hazard, its level and where it is. */
export async function agencyChoices(
  { store }: ApiContext,
  { params: { id } }: Asked<"listAgencyChoices">,
): Promise<{ choices: AgencyChoice[] }> {
  const incident = found(await readIncident(store.reader, id), "incident", id);
  return { choices: await choicesFor(store.reader, incident) };
}

/** The same for whoever has the incident at hand, also within a transaction. */
export async function choicesFor(db: Tx, incident: Incident): Promise<AgencyChoice[]> {
  const alerts = await getAlerts(db, incident.alertIds);
  const devices = alerts.map(({ deviceId }) => deviceId);
  const zoneIds = new Set([...alerts.map(({ zone }) => zone), ...(await zonesOfDevices(db, devices))]);
  const from = { reader: db };
  const facts = { ...incident, place: incident, zones: await listZones(from), zoneIds: [...zoneIds] };
  return whichAgencies(await listAgencies(from), facts);
}
