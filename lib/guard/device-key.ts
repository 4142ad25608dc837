import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A new device key: 32 random bytes, base64url. Shown once. */
export function newDeviceKey(): string {
  return randomBytes(32).toString("base64url");
}

/** The key as it is stored: AES-256-GCM, bound to its device, so that a row copied to another device opens nothing. */
export function sealKey(master: Buffer, deviceId: string, key: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", master, iv).setAAD(Buffer.from(deviceId));
  const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** The key again. Throws where the row was changed or belongs to another device. */
export function openKey(master: Buffer, deviceId: string, cipherText: string): string {
  const bytes = Buffer.from(cipherText, "base64");
  const decipher = createDecipheriv("aes-256-gcm", master, bytes.subarray(0, 12)).setAAD(Buffer.from(deviceId));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** What a device proves itself with: hex(HMAC-SHA256(key, deviceId LF ts LF nonce)). */
export function deviceMac(key: string, deviceId: string, ts: string | number, nonce: string): string {
  return createHmac("sha256", key).update(`${deviceId}\n${ts}\n${nonce}`).digest("hex");
}

/** What the city proves itself with: hex(HMAC-SHA256(key, "server" LF nonce)). */
export function serverProof(key: string, nonce: string): string {
  return createHmac("sha256", key).update(`server\n${nonce}`).digest("hex");
}

/** What a time in a refusal is proved with: hex(HMAC-SHA256(key, "time" LF nonce LF serverTime)). */
export function timeProof(key: string, nonce: string, serverTime: number): string {
  return createHmac("sha256", key).update(`time\n${nonce}\n${serverTime}`).digest("hex");
}

/** Equal texts, in a time that tells nothing. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
