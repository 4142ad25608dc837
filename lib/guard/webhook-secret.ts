import { randomBytes } from "node:crypto";
import { openKey, sealKey } from "./device-key";

/** A new secret as Standard Webhooks writes it: whsec_ and 32 random bytes in base64. Shown once. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** The secret as it is stored: sealed as a device's key is, and bound to its agency. */
export function sealWebhookSecret(master: Buffer, agencyId: string, secret: string): string {
  return sealKey(master, `webhook ${agencyId}`, secret);
}

/** The secret again. Throws where the row was changed or belongs to another agency. */
export function openWebhookSecret(master: Buffer, agencyId: string, cipher: string): string {
  return openKey(master, `webhook ${agencyId}`, cipher);
}
