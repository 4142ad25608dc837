import { tellLate } from "./api/late";
import { markReceipt } from "./api/receive";
import { oneInstant, type Stamp } from "./api/record";
import type { Clock } from "./base/clock";
import type { NewId } from "./base/id";
import type { Deadline } from "./contract/deadline";
import type { Incident } from "./contract/incident";
import { due } from "./dispatch/deadlines";
import { takenByWebhook } from "./store/assignment/mark-assignment";
import { getAssignment } from "./store/assignment/step-assignment";
import { lateDeadlines } from "./store/deadline/read-deadlines";
import { readResponsePolicy } from "./store/deadline/response-policy";
import { readIncident } from "./store/incident/read-incidents";
import type { Store, Tx } from "./store/open";

type Parts = {
  store: Store;
  clock: Clock;
  newId: NewId;
  /** Told after the commit: the incidents whose requests moved. */
  tell(incidents: Incident[]): void;
  /** Something was put into the outbox. */
  ring(): void;
};

/**
 * What time brings to requests: those that a webhook has taken are received, deadlines that are past are missed, misses escalate.
 * Everything is asked of what is stored and kept in the transaction that does it: a restart neither forgets it nor does it twice.
 */
export async function keepDeadlines(parts: Parts): Promise<void> {
  const { store, clock, tell, ring } = parts;
  const moved: Incident[] = [];
  const each = async (ids: string[], work: (tx: Tx, stamp: Stamp, id: string) => Promise<boolean>) => {
    for (const id of ids) {
      const incident = await store.write(async (tx) =>
        (await work(tx, oneInstant(parts), id)) ? incidentOf(tx, id) : null,
      );
      if (incident) moved.push(incident);
    }
  };
  await each(await takenByWebhook(store), take);
  await each(await late(store, clock.now()), tellLate);
  if (moved.length === 0) return;
  // the newest of each: what was told first is in it
  tell([...new Map(moved.map((incident) => [incident.id, incident])).values()]);
  ring();
}

/** The requests of which something has to be told: looked at before the writer is asked for. */
async function late(store: Store, now: number): Promise<string[]> {
  const deadlines = await lateDeadlines(store, now);
  if (deadlines.size === 0) return [];
  const policy = await readResponsePolicy(store.reader);
  const news = (of: Deadline[]) => {
    const { missed, late } = due(of, now, policy);
    return missed.length > 0 || late !== null;
  };
  return [...deadlines].filter(([, of]) => news(of)).map(([id]) => id);
}

async function take(tx: Tx, stamp: Stamp, id: string): Promise<boolean> {
  const assignment = await getAssignment(tx, id);
  if (!assignment) return false;
  await tellLate(tx, stamp, id);
  return markReceipt(tx, stamp, { assignment, actor: { type: "system", name: "webhook" }, by: "webhook" });
}

async function incidentOf(tx: Tx, assignmentId: string): Promise<Incident | null> {
  const assignment = await getAssignment(tx, assignmentId);
  return assignment && readIncident(tx, assignment.incidentId);
}
