import { z } from "zod";
import { Failure } from "../base/failure";
import { deviceMac, openKey, sameText, serverProof, timeProof } from "./device-key";
import type { NonceBook } from "./nonce-book";

const Auth = z.union([
  z.object({ deviceId: z.string(), key: z.string() }),
  z.object({
    deviceId: z.string(),
    ts: z.union([z.string(), z.number()]),
    nonce: z.string().min(8).max(200),
    mac: z.string(),
  }),
]);

type Parts = { master: Buffer; nonces: NonceBook; keyCipher(deviceId: string): string | undefined; wallNow(): number };

/**
 * Proves a device by its key or by a MAC of it. Throws Failure `unauthorized`; which part was wrong is told only to a device
 * whose MAC is right: its clock, and then the detail says what time it is.
 */
export function authenticateDevice(auth: unknown, parts: Parts): { deviceId: string; proof: string | null } {
  const parsed = Auth.safeParse(auth);
  if (!parsed.success)
    throw new Failure("unauthorized", "Send { deviceId, key } or { deviceId, ts, nonce, mac } in the handshake.");
  const given = parsed.data;
  const sealed = parts.keyCipher(given.deviceId);
  if (sealed === undefined) throw wrong();
  const key = openKey(parts.master, given.deviceId, sealed);
  if ("key" in given) {
    if (!sameText(given.key, key)) throw wrong();
    return { deviceId: given.deviceId, proof: null };
  }
  if (!sameText(given.mac, deviceMac(key, given.deviceId, given.ts, given.nonce))) throw wrong();
  const ts = typeof given.ts === "number" ? given.ts : /^\d+$/.test(given.ts) ? Number(given.ts) : Date.parse(given.ts);
  const serverTime = parts.wallNow();
  if (!parts.nonces.use(given.deviceId, given.nonce, ts, serverTime)) {
    throw new Failure(
      "unauthorized",
      "The time is off by more than 5 minutes or the nonce was used. Try again with a new nonce and the right time, which is serverTime.",
      { serverTime, proof: timeProof(key, given.nonce, serverTime) },
    );
  }
  return { deviceId: given.deviceId, proof: serverProof(key, given.nonce) };
}

function wrong(): Failure {
  return new Failure("unauthorized", "No such device, or a wrong key. Ask the city's admin for a new key.");
}
