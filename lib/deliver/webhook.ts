import { Webhook } from "standardwebhooks";
import type { NoticeStatus } from "../contract/notice";
import type { WaitingNotice } from "../store/notice/pending-notices";
import type { Store } from "../store/open";
import { getWebhook, type StoredWebhook } from "../store/webhook/webhooks";
import type { Give } from "./lane";
import type { Post } from "./post";
import { Forbidden } from "./retry";

export type WebhookParts = {
  store: Store;
  post: Post;
  /** A secret as it was before it was sealed. */
  openSecret(agencyId: string, cipher: string): string;
  status: NoticeStatus;
  wallNow(): number;
};

/** Gives notices to an agency's webhook as Standard Webhooks (standardwebhooks.com): `webhook-id` is the notice's, at every try. */
export function giveToWebhook(parts: WebhookParts, agencyId: string): Give {
  return async (notice, signal) => {
    const hook = await getWebhook(parts.store.reader, agencyId);
    if (!hook) throw new Forbidden("webhook-removed");
    const body = bodyOf(notice, parts.status);
    await parts.post(new URL(hook.url), signed(parts, hook, notice.id, body), body, signal);
  };
}

/** The same bytes at every try: what was signed is what the receiver knows. */
function bodyOf({ kind, at, data }: Pick<WaitingNotice, "kind" | "at" | "data">, status: NoticeStatus): string {
  const head = JSON.stringify({ type: kind, timestamp: new Date(at).toISOString(), status });
  return `${head.slice(0, -1)},"data":${data}}`;
}

function signed(parts: WebhookParts, hook: StoredWebhook, id: string, body: string): Record<string, string> {
  const now = parts.wallNow();
  const ciphers = [hook.secretCipher];
  // both secrets sign for a day after a rotation, so that the receiver can change without missing anything
  if (hook.oldCipher && (hook.oldUntil ?? 0) > now) ciphers.push(hook.oldCipher);
  const sign = (cipher: string) => new Webhook(parts.openSecret(hook.agencyId, cipher)).sign(id, new Date(now), body);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now / 1000)),
    "webhook-signature": ciphers.map(sign).join(" "),
  };
}
