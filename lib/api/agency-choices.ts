import type { AgencyChoice } from "../contract/agency";
import { whichAgencies } from "../dispatch/which-agencies";
import { listAgencies } from "../store/agency/list-agencies";
import { getAlerts } from "../store/alert/get-alerts";
import { readIncident } from "../store/incident/read-incidents";
import { listZones } from "../store/zone/list-zones";
import type { Asked } from "./asked";
import type { ApiContext } from "./context";
import { found } from "./record";

/** Which agencies to ask to an incident: by its hazard, its level and where it is. */
export async function agencyChoices(
  { store, view }: ApiContext,
  { params: { id } }: Asked<"listAgencyChoices">,
): Promise<{ choices: AgencyChoice[] }> {
  const incident = found(await readIncident(store.reader, id), "incident", id);
  const alerts = await getAlerts(store.reader, incident.alertIds);
  const zoneIds = new Set(alerts.flatMap(({ deviceId, zone }) => [zone, view.device(deviceId)?.zone]));
  const facts = {
    ...incident,
    place: incident,
    zones: await listZones(store),
    zoneIds: [...zoneIds].filter((zone) => zone != null),
  };
  return { choices: whichAgencies(await listAgencies(store), facts) };
}
