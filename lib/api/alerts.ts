import { alertNotice } from "../alert/notices";
import { Failure } from "../base/failure";
import type { Alert } from "../contract/alert";
import { groupsOf } from "../contract/alert-group";
import { agencyOfActor, displayName } from "../guard/actor";
import { acknowledgeAlert } from "../store/alert/acknowledge-alert";
import { getAlerts } from "../store/alert/get-alerts";
import { alertsForScreens, listAlerts } from "../store/alert/list-alerts";
import { publishAlert } from "../store/alert/publish-alert";
import { putGroup } from "../store/alert/put-group";
import { enqueue } from "../store/notice/enqueue";
import type { Tx } from "../store/open";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Names = "listAlerts" | "listAlertGroups" | "groupAlert" | "acknowledgeAlert" | "publishAlert";

export function alertHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock } = context;
  return {
    listAlerts: async ({ query, actor }) => ({
      alerts: await listAlerts(store.reader, { ...query, agencyId: agencyOfActor(actor) }),
    }),
    listAlertGroups: async () => {
      const groups = groupsOf(await alertsForScreens(store, ENDED_KEPT));
      return { groups: groups.filter((g) => g.standing > 0) };
    },
    groupAlert: async ({ params: { id }, body: { groupId }, actor }) => {
      const alert = await store.write(async (tx) => {
        await getAlert(tx, id);
        const first = await getAlert(tx, groupId);
        if (first.groupId !== groupId && groupId !== id) throw notFirst(groupId, first.groupId);
        if (!(await putGroup(tx, id, groupId))) throw settled;
        await record(tx, context, actor, { action: "alert.group", subject: `alert:${id}`, detail: { groupId } });
        return getAlert(tx, id);
      });
      await context.changed({ alerts: [alert] });
      return alert;
    },
    acknowledgeAlert: async ({ params: { id }, body, actor }) => {
      const given = { at: clock.now(), by: displayName(actor), note: body.note || null };
      const alert = await store.write(async (tx) => {
        if (!(await acknowledgeAlert(tx, id, given))) throw tooLate(await getAlert(tx, id));
        await record(tx, context, actor, {
          action: "alert.acknowledge",
          subject: `alert:${id}`,
          detail: { note: given.note },
        });
        const after = await getAlert(tx, id);
        await enqueue(tx, ...alertNotice("alert.acknowledged", after, context.newId(), given.at));
        return after;
      });
      await context.changed({ alerts: [alert] });
      return alert;
    },
    publishAlert: async ({ params: { id }, body: { published }, actor }) => {
      const alert = await store.write(async (tx) => {
        const before = await getAlert(tx, id);
        if (published && before.hazard === "camera") throw privateAlert;
        if (published && before.forecast) throw notYet;
        if (!(await publishAlert(tx, id, published))) return before;
        const action = published ? "alert.publish" : "alert.take-back";
        await record(tx, context, actor, { action, subject: `alert:${id}` });
        return getAlert(tx, id);
      });
      await context.changed({ alerts: [alert] });
      return alert;
    },
  };
}

async function getAlert(tx: Tx, id: string): Promise<Alert> {
  return found((await getAlerts(tx, [id]))[0], "alert", id);
}

function tooLate(alert: Alert): Failure {
  if (alert.state === "cleared")
    return new Failure("conflict", "This alert has cleared: there is nothing left to acknowledge.");
  return new Failure("conflict", `${alert.acknowledgedBy ?? "Somebody"} has acknowledged this alert already.`);
}

/** Ended alerts that a group may still count. */
const ENDED_KEPT = 200;

function notFirst(groupId: string, first: string): Failure {
  return new Failure("invalid", `Alert "${groupId}" is not the first of its group. Name "${first}".`);
}

const settled = new Failure("conflict", "This alert is in an incident, or in that group already. Load it again.");

const notYet = new Failure(
  "invalid",
  "This is a forecast: it is not published as if it had happened. Publish the alert when the level is reached.",
);
const privateAlert = new Failure("invalid", "What a camera says of itself is never shown to citizens.");
