import { DAY } from "../base/clock";
import { Failure } from "../base/failure";
import { newWebhookSecret, sealWebhookSecret } from "../guard/webhook-secret";
import { agencyExists } from "../store/agency/agency-exists";
import { giveUpAll } from "../store/notice/dead-notices";
import type { Tx } from "../store/open";
import { deleteWebhook, getWebhook, putWebhook, type StoredWebhook } from "../store/webhook/webhooks";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Names = "listWebhooks" | "putWebhook" | "deleteWebhook" | "rotateWebhookSecret" | "testWebhook";

/** How long the secret before a rotation signs too. */
const OLD_SECRET_MS = DAY;

export function webhookHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, deliveries } = context;
  return {
    listWebhooks: async () => ({ reach: deliveries.reach, webhooks: await deliveries.states() }),
    putWebhook: (asked) => put(context, asked),
    deleteWebhook: async ({ params: { id }, actor }) => {
      await store.write(async (tx) => {
        if (!(await deleteWebhook(tx, id))) found(null, "webhook of the agency", id);
        await giveUpAll(tx, `agency:${id}`, "webhook-removed");
        await record(tx, context, actor, { action: "webhook.delete", subject: `agency:${id}` });
      });
      return { ok: true };
    },
    rotateWebhookSecret: (asked) => rotate(context, asked),
    testWebhook: async ({ params: { id }, actor }) => {
      await store.write(async (tx) => {
        await known(tx, id);
        await record(tx, context, actor, { action: "webhook.test", subject: `agency:${id}` });
      });
      const test = await deliveries.test(id);
      if (test.ok) deliveries.retryNow(id);
      return test;
    },
  };
}

async function put(context: ApiContext, { params: { id }, body, actor }: Asked<"putWebhook">) {
  const { store, deliveries, deviceMaster } = context;
  const refusal = deliveries.refusal(body.url);
  if (refusal) throw new Failure("invalid", refusal.message, { fields: [{ path: "url", message: refusal.message }] });
  const fresh = newWebhookSecret();
  const secret = await store.write(async (tx) => {
    if (!(await agencyExists(tx, id))) found(null, "agency", id);
    const before = await getWebhook(tx, id);
    const sealed = { secretCipher: sealWebhookSecret(deviceMaster, id, fresh), oldCipher: null, oldUntil: null };
    await putWebhook(tx, { agencyId: id, ...(before ?? sealed), ...body });
    await record(tx, context, actor, { action: "webhook.put", subject: `agency:${id}`, detail: body });
    return before ? null : fresh;
  });
  deliveries.retryNow(id);
  return { secret };
}

async function rotate(context: ApiContext, { params: { id }, actor }: Asked<"rotateWebhookSecret">) {
  const secret = newWebhookSecret();
  await context.store.write(async (tx) => {
    const before = await known(tx, id);
    const oldUntil = Date.now() + OLD_SECRET_MS;
    const secretCipher = sealWebhookSecret(context.deviceMaster, id, secret);
    await putWebhook(tx, { ...before, secretCipher, oldCipher: before.secretCipher, oldUntil });
    await record(tx, context, actor, { action: "webhook.rotate-secret", subject: `agency:${id}` });
  });
  return { agencyId: id, secret };
}

async function known(tx: Tx, id: string): Promise<StoredWebhook> {
  return found(await getWebhook(tx, id), "webhook of the agency", id);
}
