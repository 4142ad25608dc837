import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "./base/clock";
import { lockCity } from "./store/city-lock";
import { type Check, CITY_RUNNING, checkDue, INTEGRITY, type Integrity, startCheck } from "./store/integrity";
import { migrate } from "./store/migrate";
import { databaseFile, openStore, type Store, type Tx } from "./store/open";
import { dropSetting, putSetting } from "./store/setting/settings";
import { startSentence, troubleOf } from "./store/trouble";

/** One try for a database that another program writes to: so long at most everything else in the city waits. */
const CITY_BUSY_MS = 100;
/** So long a start waits for a check; on a database that is too big for it the check goes on while the city runs. */
const CHECK_PATIENCE_MS = 10_000;

type Parts = { url: string; clock: Clock; wall: Clock; log: Logger };
export type OpenDatabase = {
  store: Store;
  /** Writes down that the city stopped in order, and lets go of the database. */
  close(): Promise<void>;
};

/**
 * Opens the city's database for the one city that may run on it: locked, checked where that is due, migrated. Throws a sentence
 * that says what to do where the database is damaged or cannot be written.
 */
export async function openDatabase(parts: Parts): Promise<OpenDatabase> {
  const file = databaseFile(parts.url);
  return open(file, parts).catch((error: unknown) => {
    const trouble = troubleOf(error);
    throw trouble ? startSentence(file, trouble, String((error as Error).message)) : error;
  });
}

async function open(file: string, { url, clock, wall, log }: Parts): Promise<OpenDatabase> {
  makeFolder(dirname(file));
  const lock = await lockCity(file);
  try {
    const check = checkWhereDue(file, wall);
    const result = check && (await whatIsKnown(check, log));
    if (result && result !== "later") refuseDamage(file, result);
    const applied = migrate(url);
    if (applied.length > 0) log.info({ event: "migrated", migrations: applied });
    const store = await openStore(url, { now: () => clock.now(), busyMs: CITY_BUSY_MS });
    const writeDown = (what: string, work: (tx: Tx) => Promise<void>) =>
      // a disk that is full is told by the city that runs on it; it does not keep the city from starting
      store.write(work).catch((err: unknown) => log.warn({ err }, what));
    await writeDown("the start could not be written down", (tx) => putSetting(tx, CITY_RUNNING, String(wall.now())));
    const keep = (found: Integrity) => {
      log.info({ event: "checked", ...found });
      return writeDown("the check could not be written down", (tx) => putSetting(tx, INTEGRITY, JSON.stringify(found)));
    };
    if (result === "later") void whileRunning(check, store, log, keep);
    else if (result) await keep(result);
    const close = async () => {
      check?.stop();
      await writeDown("the stop could not be written down", (tx) => dropSetting(tx, CITY_RUNNING));
      await store.close();
      lock.release();
    };
    return { store, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The city cannot keep its database in ${folder} (${code}). Set HAECHI_DIR to a folder that this user may write, and start again.`,
    );
  }
}

function checkWhereDue(file: string, wall: Clock): Check | null {
  const reason = checkDue(file, wall.now());
  return reason && startCheck(file, reason, wall);
}

/** What the check has found, as far as a start waits for it; null where nothing could be checked, which keeps no city from starting. */
function whatIsKnown(check: Check, log: Logger): Promise<Integrity | "later" | null> {
  const found = check.result.catch((err: unknown) => {
    log.warn({ err }, "the database could not be checked; the city starts all the same");
    return null;
  });
  return Promise.race([found, pause(CHECK_PATIENCE_MS, "later" as const, { ref: false })]);
}

function refuseDamage(file: string, { faults: [first] }: Integrity): void {
  if (first !== undefined) throw startSentence(file, "corrupt", first);
}

/** A check that took longer than the start waits: what it finds is what the city finds while it runs. */
async function whileRunning(
  check: Check | null,
  store: Store,
  log: Logger,
  keep: (found: Integrity) => Promise<unknown>,
) {
  log.info({ event: "checking" }, "the database is large: its check goes on while the city runs");
  const found = await check?.result.catch(() => null);
  if (!found) return;
  if (found.faults.length > 0) store.guard.fail("corrupt");
  await keep(found);
}
