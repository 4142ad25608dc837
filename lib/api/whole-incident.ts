import { Failure } from "../base/failure";
import type { Incident } from "../contract/incident";
import { readIncident } from "../store/incident/read-incidents";
import type { Tx } from "../store/open";
import { found } from "./record";

/** The incident with all that belongs to it; Failure `not-found` where there is none. */
export async function wholeIncident(tx: Tx, id: string): Promise<Incident> {
  return found(await readIncident(tx, id), "incident", id);
}

export const closed = new Failure("conflict", "This incident is closed. Open a new one.");
