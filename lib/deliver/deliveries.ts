import type { Failure } from "../base/failure";
import type { NewId } from "../base/id";
import type { WebhookState, WebhookTest } from "../contract/notice";
import { countNotices, lastDelivery } from "../store/notice/count-notices";
import { pendingNotices } from "../store/notice/pending-notices";
import type { Store } from "../store/open";
import { listWebhooks, type StoredWebhook } from "../store/webhook/webhooks";
import { type Reach, urlRefusal } from "./address";
import { createBounds } from "./bounds";
import type { Dispatcher } from "./dispatcher";
import { giveToWebhook, type WebhookParts } from "./webhook";

type Parts = { store: Store; dispatcher: Dispatcher; webhook: WebhookParts; reach: Reach; newId: NewId };

/** How an admin sees what leaves the house, and what can be done about it. */
export function createDeliveries({ store, dispatcher, webhook, reach, newId }: Parts) {
  const { wallNow } = webhook;
  const within = createBounds(4, new AbortController().signal);
  return {
    reach,
    states: async (): Promise<WebhookState[]> => {
      const counts = new Map((await countNotices(store)).map((c) => [c.receiver, c]));
      return Promise.all(
        (await listWebhooks(store)).map(async (hook) => {
          const receiver = `agency:${hook.agencyId}`;
          const { queue = 0, dead = 0 } = counts.get(receiver) ?? {};
          return { ...shown(hook, wallNow()), queue, dead, ...(await history(store, dispatcher, receiver)) };
        }),
      );
    },
    // where nothing is sent for now an address may be written down all the same
    refusal: (url: string): Failure | null => urlRefusal(new URL(url), "network"),
    test: async (agencyId: string): Promise<WebhookTest> => {
      const began = performance.now();
      const give = giveToWebhook({ ...webhook, status: "Test" }, agencyId);
      const notice = { ...blank, id: `test_${newId()}`, at: wallNow() };
      const error = await within((signal) => give(notice, signal)).then(
        () => null,
        (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
      );
      return { ok: error === null, error, tookMs: Math.round(performance.now() - began) };
    },
    retryNow: (agencyId: string): void => dispatcher.retryNow(`agency:${agencyId}`),
  };
}

const untried = { attempts: 0, refusals: 0, firstTriedAt: null, nextAttemptAt: null, expiresAt: null };
const blank = { seq: 0, kind: "webhook.test", data: "{}", ...untried };

function shown({ agencyId, url, events, oldUntil }: StoredWebhook, now: number) {
  return { agencyId, url, events, oldSecretUntil: oldUntil !== null && oldUntil > now ? oldUntil : null };
}

async function history(store: Store, dispatcher: Dispatcher, receiver: string) {
  const lane = dispatcher.known.get(receiver);
  const [head] = await pendingNotices(store, receiver, 1);
  return {
    circuit: lane?.circuitState ?? ("closed" as const),
    lastDeliveredAt: await lastDelivery(store, receiver),
    lastFailedAt: lane?.lastFailure?.at ?? null,
    lastError: lane?.lastFailure?.error ?? null,
    nextAttemptAt: head?.nextAttemptAt ?? null,
  };
}
