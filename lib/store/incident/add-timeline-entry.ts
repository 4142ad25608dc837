import type { TimelineEntry } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

/** One line of an incident's story. An entry whose detail names an agency is seen by that agency and the operators only; null names none. */
export async function addTimelineEntry(tx: Tx, entry: Omit<TimelineEntry, "id">): Promise<void> {
  await tx.timelineEntry.create({ data: { ...entry, at: big(entry.at), detail: JSON.stringify(entry.detail) } });
}
