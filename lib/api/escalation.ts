import { Failure } from "../base/failure";
import { agencyExists } from "../store/agency/agency-exists";
import { putEscalationPolicy, readEscalationPolicy } from "../store/alert/escalation-policy";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { record } from "./record";

export function escalationHandlers(context: ApiContext): Pick<Handlers, "getEscalationPolicy" | "putEscalationPolicy"> {
  const { store } = context;
  return {
    getEscalationPolicy: () => readEscalationPolicy(store.reader),
    putEscalationPolicy: async ({ body: { before, policy }, actor }) => {
      await store.write(async (tx) => {
        if (JSON.stringify(await readEscalationPolicy(tx)) !== JSON.stringify(before)) throw changedMeanwhile;
        for (const { to } of Object.values(policy).flat()) {
          const agency = /^agency:(.+)$/.exec(to)?.[1];
          if (agency && !(await agencyExists(tx, agency)))
            throw new Failure("invalid", `There is no agency "${agency}". Take one of the list.`);
        }
        await putEscalationPolicy(tx, policy);
        const detail = { before, after: policy };
        await record(tx, context, actor, { action: "escalation.change", subject: "escalation", detail });
      });
      return policy;
    },
  };
}

const changedMeanwhile = new Failure("conflict", "Somebody changed this meanwhile. Load it again.");
