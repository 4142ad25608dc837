import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What must not be in the database: the key that seals device keys, the one that signs sessions, the one that signs the record (PEM). */
export type Secrets = { deviceMaster: Buffer; session: string; checkpoint: string };

const makers: Record<keyof Secrets, () => string> = {
  deviceMaster: () => randomBytes(32).toString("base64"),
  session: () => randomBytes(32).toString("base64url"),
  checkpoint: () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
};

/** Reads HAECHI_DIR/secret.json; what it lacks (all of it at the first start) is made and kept with mode 0600. Throws a sentence where it is damaged. */
export function readSecrets(dir: string): Secrets {
  const file = join(dir, "secret.json");
  const kept = existsSync(file) ? readKept(file) : {};
  const all = {
    ...Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, name in kept ? "" : make()])),
    ...kept,
  };
  if (Object.keys(all).length > Object.keys(kept).length) keep(dir, file, all);
  const { deviceMaster, session, checkpoint } = all as Record<keyof Secrets, string>;
  return { deviceMaster: Buffer.from(deviceMaster, "base64"), session, checkpoint };
}

const Kept = z
  .object({ deviceMaster: z.string().min(1), session: z.string().min(1), checkpoint: z.string().min(1) })
  .partial();

function readKept(file: string): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // nothing new is made in its place: no device's key, camera's password or checkpoint of this city would fit it
    throw new Error(
      `${file} cannot be read or is damaged. Put back the copy that was kept with the backups, readable by this user, and start again. Do not delete it: without it every device needs a new key.`,
    );
  }
}

/** Written beside and moved into place: a stop half way leaves the old file whole. */
function keep(dir: string, file: string, secrets: object): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(secrets), { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
}
