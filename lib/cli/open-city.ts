import type { Enroll } from "../api/enroll-device";
import { wallClock } from "../base/clock";
import { readEnv } from "../env";
import type { Actor } from "../guard/actor";
import { actorName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { sealRecord } from "../guard/checkpoint";
import { readSecrets } from "../guard/secrets";
import { kinds } from "../kinds/index";
import { migrate } from "../store/migrate";
import { openStore, type Tx } from "../store/open";
import { putSetting, REGISTRY_VERSION } from "../store/setting/settings";

/** Where a command writes: answers to `out`, everything else to `err`. `fail` sets the exit code, and the rest still runs. */
export type Terminal = { out(line: string): void; err(line: string): void; fail(): void };

export type CliCity = Enroll & {
  terminal: Terminal;
  actor: Actor;
  /** One act of the command line for the record. */
  record(tx: Tx, action: string, subject: string, detail?: Record<string, unknown>): Promise<void>;
  /** Makes the running city read its devices again, within a second. */
  announce(tx: Tx): Promise<void>;
};

/** Opens the city's database (migrated first) for one command; works beside a running city. */
export async function withCity(terminal: Terminal, work: (city: CliCity) => Promise<void>): Promise<void> {
  const env = readEnv();
  migrate(env.databaseUrl);
  const store = await openStore(env.databaseUrl);
  const actor: Actor = { type: "system", name: "command-line" };
  const secrets = readSecrets(env.dir);
  try {
    await work({
      store,
      clock: wallClock,
      kinds,
      deviceMaster: secrets.deviceMaster,
      terminal,
      actor,
      record: (tx, action, subject, detail) =>
        writeAudit(tx, { at: wallClock.now(), actor: actorName(actor), action, subject, ...(detail && { detail }) }),
      announce: (tx) => putSetting(tx, REGISTRY_VERSION, String(wallClock.now())),
    });
  } finally {
    // a city that stands still signs nothing
    await sealRecord(store, secrets.checkpoint, wallClock.now()).catch(() => undefined);
    await store.close();
  }
}
