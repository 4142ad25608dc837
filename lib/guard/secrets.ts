import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What must not be in the database: the key that seals device keys, and the one that signs sessions. */
export type Secrets = { deviceMaster: Buffer; session: string };

/** Reads HAECHI_DIR/secret.json, or makes it at the first start with mode 0600. */
export function readSecrets(dir: string): Secrets {
  const file = join(dir, "secret.json");
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const made = { deviceMaster: randomBytes(32).toString("base64"), session: randomBytes(32).toString("base64url") };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: "wx" });
  }
  const { deviceMaster, session } = JSON.parse(readFileSync(file, "utf8")) as Record<
    "deviceMaster" | "session",
    string
  >;
  return { deviceMaster: Buffer.from(deviceMaster, "base64"), session };
}
