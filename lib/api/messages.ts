import { Failure } from "../base/failure";
import type { Incident, MessageDetail } from "../contract/incident";
import { IncidentBrief } from "../contract/notice";
import { type Actor, agencyOfActor, displayName } from "../guard/actor";
import { readIncident } from "../store/incident/read-incidents";
import { enqueue } from "../store/notice/enqueue";
import type { Tx } from "../store/open";
import { incidentFor } from "./agency-view";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

export function messageHandlers(context: ApiContext): Pick<Handlers, "messageIncident"> {
  return { messageIncident: (asked) => send(context, asked) };
}

/** A message is a line of the timeline that only its receivers, its sender and the desk read. */
async function send(context: ApiContext, { params: { id }, body, actor }: Asked<"messageIncident">): Promise<Incident> {
  const detail: MessageDetail = { from: agencyOfActor(actor), ...body };
  const incident = await context.store.write(async (tx) => {
    const before = incidentFor(actor, await readIncident(tx, id), id);
    if (before.state !== "open") throw closed;
    const others = receivers(before, detail);
    await tell(tx, context, actor, { incidentId: id, kind: "message", detail });
    await record(tx, context, actor, { action: "incident.message", subject: `incident:${id}`, detail });
    await announce(tx, context, { incident: before, actor, detail, to: others });
    return wholeIncident(tx, id);
  });
  await context.changed({ incidents: [incident] });
  return incidentFor(actor, incident, id);
}

/** The agencies that a message is for; Failure `invalid` where the one it names is not on the incident, or is the sender. */
function receivers({ assignments }: Incident, { from, to }: MessageDetail): string[] {
  const on = [...new Set(assignments.map((a) => a.agencyId))].filter((id) => id !== from);
  if (to === null) return on;
  if (on.includes(to)) return [to];
  throw new Failure("invalid", `"${to}" is not another agency on this incident. Choose one that was asked to it.`);
}

type News = { incident: Incident; actor: Actor; detail: MessageDetail; to: string[] };

async function announce(tx: Tx, { clock, newId }: ApiContext, { incident, actor, detail, to }: News): Promise<void> {
  const at = clock.now();
  const data = { ...detail, at, actor: displayName(actor), incident: IncidentBrief.parse(incident) };
  const subject = `incident:${incident.id}`;
  const notices = to.map((id) => ({ id: newId(), kind: "incident.message" as const, subject, at, to: id, data }));
  await enqueue(tx, ...notices);
}
