import { Failure } from "../base/failure";
import type { TimelineEntry } from "../contract/incident";
import { type Actor, actorName, displayName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { addTimelineEntry } from "../store/incident/add-timeline-entry";
import type { Tx } from "../store/open";
import type { ApiContext } from "./context";

/** One act for the record, in the transaction that does it. `subject` is `noun:id`, `action` is `noun.verb`. */
export async function record(
  tx: Tx,
  { clock }: ApiContext,
  actor: Actor,
  act: { action: string; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, { at: clock.now(), actor: actorName(actor), ...act });
}

/** One line of an incident's timeline, in the transaction of what it tells. */
export async function tell(
  tx: Tx,
  { clock }: ApiContext,
  actor: Actor,
  entry: Pick<TimelineEntry, "incidentId" | "kind" | "detail">,
): Promise<void> {
  await addTimelineEntry(tx, { at: clock.now(), actor: displayName(actor), ...entry });
}

/** Found, or Failure `not-found` with the noun in its sentence. */
export function found<T>(value: T | null | undefined, noun: string, id: string): T {
  if (value === null || value === undefined)
    throw new Failure("not-found", `There is no ${noun} "${id}". Check the id.`);
  return value;
}
