import { Failure } from "../base/failure";
import type { Agency } from "../contract/agency";
import { addAgency, changeAgency } from "../store/agency/put-agency";
import { deadNotices, reviveAll, reviveNotice } from "../store/notice/dead-notices";
import { agencyChoices } from "./agency-choices";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";
import { unitHandlers } from "./units";

type Names =
  | "listAgencyChoices"
  | "putUnit"
  | "deleteUnit"
  | "addAgency"
  | "changeAgency"
  | "listDeadNotices"
  | "sendNoticeAgain"
  | "sendAllAgain";

export function agencyHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, deliveries } = context;
  const changed = async (agency: Agency) => {
    await context.changed({ agencies: [agency] });
    return agency;
  };
  return {
    listAgencyChoices: (asked) => agencyChoices(context, asked),
    ...unitHandlers(context),
    addAgency: async ({ body, actor }) => {
      await store.write(async (tx) => {
        if (!(await addAgency(tx, body)))
          throw new Failure("conflict", `There is an agency "${body.id}" already. Choose another id.`);
        await record(tx, context, actor, { action: "agency.add", subject: `agency:${body.id}`, detail: body });
      });
      return changed(body);
    },
    changeAgency: async ({ params: { id }, body, actor }) => {
      await store.write(async (tx) => {
        if (!(await changeAgency(tx, { id, ...body }))) found(null, "agency", id);
        await record(tx, context, actor, { action: "agency.change", subject: `agency:${id}`, detail: body });
      });
      return changed({ id, ...body });
    },
    listDeadNotices: async ({ query: { before, limit } }) => {
      const notices = await deadNotices(store.reader, { before, limit: limit + 1 });
      return { notices: notices.slice(0, limit), more: notices.length > limit };
    },
    sendNoticeAgain: async ({ params: { seq }, actor }) => {
      const receiver = await store.write(async (tx) => {
        const revived = found(await reviveNotice(tx, Number(seq)), "notice that was given up", seq);
        await record(tx, context, actor, { action: "notice.send-again", subject: `notice:${seq}` });
        return revived;
      });
      deliveries.retryNow(receiver.replace(/^agency:/, ""));
      return { ok: true };
    },
    sendAllAgain: async ({ params: { id }, actor }) => {
      const count = await store.write(async (tx) => {
        const revived = await reviveAll(tx, `agency:${id}`);
        const act = { action: "notice.send-all-again", subject: `agency:${id}`, detail: { count: revived } };
        if (revived > 0) await record(tx, context, actor, act);
        return revived;
      });
      if (count > 0) deliveries.retryNow(id);
      return { count };
    },
  };
}
