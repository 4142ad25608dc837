import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { DeviceAuth } from "../contract/live";

const hmac = (key: string, text: string) => createHmac("sha256", key).update(text).digest("hex");

/** One try to come in: what to send, and whether what the city answers can only come from one that knows the key too. */
export type Handshake = {
  auth: DeviceAuth;
  proves(proof: string | null): boolean;
  /** Whether the time in a refusal is the city's: a stranger's would make a device sign handshakes for days to come. */
  provesTime(serverTime: number, proof: string): boolean;
};

/** The handshake that does not send the key. `now` is UTC ms; a nonce is used once, so make one for every try. */
export function hmacHandshake(
  deviceId: string,
  key: string,
  now: number,
  nonce = randomBytes(16).toString("hex"),
): Handshake {
  const ts = String(now);
  const expected = hmac(key, `server\n${nonce}`);
  return {
    auth: { deviceId, ts, nonce, mac: hmac(key, `${deviceId}\n${ts}\n${nonce}`) },
    proves: (proof) => typeof proof === "string" && same(proof, expected),
    provesTime: (serverTime, proof) => same(proof, hmac(key, `time\n${nonce}\n${serverTime}`)),
  };
}

/** The plain handshake: the key itself goes over the wire, and the city proves nothing. */
export function keyHandshake(deviceId: string, key: string): Handshake {
  return { auth: { deviceId, key }, proves: () => true, provesTime: () => false };
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
