import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type Backup, verify } from "./backup";
import { lockCity } from "./city-lock";
import { holdersOf } from "./holders";
import { migrate, unknownMigrations } from "./migrate";

export type Restored = Omit<Backup, "tookMs"> & {
  /** Migrations that brought the copy up to this version. */
  migrated: string[];
  /** Where the replaced database is; null where there was none. */
  kept: string | null;
};

type Parts = { file: string; backup: string; stamp: string; prepare(copy: string): Promise<void> };

/**
 * Puts a backup in the place of the city's database: verified first, brought up to this version, `prepare`d, and only then, in
 * one rename, in its place; the replaced one stays beside it. Throws a sentence, and nothing has changed, where a city runs,
 * another program has the database open, or the backup is no sound database of this city's kind.
 */
export async function restoreDatabase({ file, backup, stamp, prepare }: Parts): Promise<Restored> {
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = await lockCity(file);
  const copy = `${file}.restoring`;
  try {
    take(backup, copy);
    const facts = soundness(copy, backup);
    const migrated = migrate(`file:${copy}`);
    await prepare(copy);
    const kept = existsSync(file) ? `${file}.before-restore-${stamp}` : null;
    if (kept) await setAside(file, kept);
    renameSync(copy, file);
    return { ...facts, migrated, kept };
  } finally {
    for (const left of ["", "-wal", "-shm", "-journal"]) rmSync(copy + left, { force: true });
    lock.release();
  }
}

/** The backup and, where somebody copied the files of a city that was running, the log beside it. */
function take(backup: string, copy: string): void {
  for (const part of ["", "-wal"]) {
    rmSync(copy + part, { force: true });
    if (existsSync(backup + part)) copyFileSync(backup + part, copy + part);
  }
  chmodSync(copy, 0o600);
}

function soundness(copy: string, backup: string): Omit<Backup, "tookMs"> {
  try {
    const facts = verify(copy);
    const unknown = unknownMigrations(copy);
    if (unknown.length > 0)
      throw new Error(`it was made by a newer Haechi (${unknown.join(", ")}). Bring this one up to date`);
    return facts;
  } catch (error) {
    throw new Error(`${backup} cannot be restored: ${(error as Error).message}. Nothing was changed.`);
  }
}

/** Leaves no moment without a database: a city that found none would found a new one. */
async function setAside(file: string, kept: string): Promise<void> {
  await foldIn(file);
  for (const part of ["-wal", "-shm"]) if (existsSync(file + part)) renameSync(file + part, kept + part);
  try {
    linkSync(file, kept);
  } catch {
    // a disk without hard links
    renameSync(file, kept);
  }
}

/** Folds the log into the old database, so that it is one file. One that is damaged keeps its log beside it. */
async function foldIn(file: string): Promise<void> {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_BUSY") return;
    const who = (await holdersOf(file)).join("; ");
    throw new Error(`Another program has ${file} open${who && ` (process ${who})`}. End it, and try again.`);
  } finally {
    db.close();
  }
}
