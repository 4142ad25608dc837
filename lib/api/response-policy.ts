import { Failure } from "../base/failure";
import { putResponsePolicy, readResponsePolicy } from "../store/deadline/response-policy";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { record } from "./record";

export function responsePolicyHandlers(context: ApiContext): Pick<Handlers, "getResponsePolicy" | "putResponsePolicy"> {
  const { store } = context;
  return {
    getResponsePolicy: () => readResponsePolicy(store.reader),
    putResponsePolicy: async ({ body: { before, policy }, actor }) => {
      await store.write(async (tx) => {
        if (JSON.stringify(await readResponsePolicy(tx)) !== JSON.stringify(before))
          throw new Failure("conflict", "Somebody changed this meanwhile. Load it again.");
        await putResponsePolicy(tx, policy);
        const detail = { before, after: policy };
        await record(tx, context, actor, { action: "response-policy.change", subject: "response-policy", detail });
      });
      return policy;
    },
  };
}
