import type { Clock } from "./base/clock";
import type { NewId } from "./base/id";
import type { Alert } from "./contract/alert";
import { type EscalationPolicy, nextEscalation } from "./contract/escalation";
import { writeAudit } from "./guard/audit";
import { readEscalationPolicy } from "./store/alert/escalation-policy";
import { putEscalations } from "./store/alert/put-escalations";
import { enqueue } from "./store/notice/enqueue";
import type { Store } from "./store/open";

type Parts = {
  store: Store;
  clock: Clock;
  newId: NewId;
  alerts(): Iterable<Alert>;
  /** Told after the commit: the alerts that escalated. */
  tell(alerts: Alert[]): void;
  /** Something was put into the outbox. */
  ring(): void;
};

/**
 * Takes the steps that are due because nobody acknowledged an alert. What was taken is kept on the alert, in the transaction that
 * takes it and only while nobody has acknowledged it: a restart neither forgets a step nor takes it twice, and none follows an
 * acknowledgement. Gives the alerts that escalated.
 */
export async function escalate({ store, clock, newId, alerts, tell, ring }: Parts): Promise<Alert[]> {
  // what is expected is shown at the desk; agencies are told of what has happened
  const raised = [...alerts()].filter((a) => a.state === "raised" && !a.forecast);
  if (raised.length === 0) return [];
  const policy = await readEscalationPolicy(store.reader);
  const done: Alert[] = [];
  for (const alert of raised) {
    const due = dueNow(alert, policy, clock.now());
    if (due.escalations !== alert.escalations && (await take(alert, due))) done.push(due);
  }
  if (done.length > 0) {
    tell(done);
    ring();
  }
  return done;

  async function take(before: Alert, after: Alert): Promise<boolean> {
    const taken = (after.escalations ?? []).slice(before.escalations?.length ?? 0);
    return store.write(async (tx) => {
      if (!(await putEscalations(tx, before, after.escalations ?? []))) return false;
      const act = { actor: "system:escalation", action: "alert.escalate", subject: `alert:${after.id}` };
      await writeAudit(tx, ...taken.map(({ at, ...detail }) => ({ ...act, at, detail })));
      for (const { to, at } of taken) {
        const agency = /^agency:(.+)$/.exec(to)?.[1];
        if (!agency || after.hazard === "camera") continue;
        const subject = `alert:${after.id}`;
        await enqueue(tx, { id: newId(), kind: "alert.escalated", subject, at, to: agency, data: after });
      }
      return true;
    });
  }
}

/** The alert after every step that is due at `now` (UTC ms); the same where none is. */
function dueNow(alert: Alert, policy: EscalationPolicy, now: number): Alert {
  const next = nextEscalation(alert, policy);
  if (!next || next.dueAt > now) return alert;
  const { count: _count, ...step } = next;
  return dueNow({ ...alert, escalations: [...(alert.escalations ?? []), { ...step, at: now }] }, policy, now);
}
