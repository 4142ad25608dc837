import { createAuthMiddleware, isAPIError } from "better-auth/api";
import type { Clock } from "../base/clock";
import type { Store } from "../store/open";
import { writeAudit } from "./audit";

/** The header that carries the address of who asks, set by lib/api; whatever a client writes there is overwritten. */
export const CLIENT_ADDRESS = "x-haechi-client-address";

const RECORDED: Record<string, { done: string; refused: string }> = {
  "/sign-in/email": { done: "sign-in", refused: "sign-in.refused" },
  "/change-password": { done: "password.change", refused: "password.refused" },
};

/** Writes down who signed in or changed a password, and who tried in vain, with the address it came from. */
export function recordSignIns(store: Store, clock: Clock) {
  return createAuthMiddleware(async (c) => {
    const names = RECORDED[c.path];
    if (!names) return;
    const refused = isAPIError(c.context.returned);
    const email = c.context.newSession?.user.email ?? c.context.session?.user.email ?? emailIn(c.body);
    const entry = {
      at: clock.now(),
      actor: refused && c.path === "/sign-in/email" ? "anonymous" : `person:${email}`,
      action: refused ? names.refused : names.done,
      subject: `person:${email}`,
      detail: { address: c.headers?.get(CLIENT_ADDRESS) ?? "unknown" },
    };
    await store.write((tx) => writeAudit(tx, entry));
  });
}

/** What was typed as e-mail address, cut to a length that a record can keep. */
function emailIn(body: unknown): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return typeof email === "string" ? email.slice(0, 200).toLowerCase() : "";
}
