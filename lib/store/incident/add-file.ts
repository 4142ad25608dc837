import type { IncidentFile } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

export async function addFile(tx: Tx, incidentId: string, file: IncidentFile): Promise<void> {
  await tx.incidentFile.create({ data: { ...file, incidentId, at: big(file.at) } });
}

/** The files of an incident go with its alerts. */
export async function moveFiles(tx: Tx, { from, into }: { from: string; into: string }): Promise<void> {
  await tx.incidentFile.updateMany({ where: { incidentId: from }, data: { incidentId: into } });
}
