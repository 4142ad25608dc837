import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";

export type Backup = { bytes: number; rows: number; tables: number; tookMs: number };
export type Progress = (done: number, all: number) => void;

/** Pages copied at a time: between two the process can be told to stop. */
const PAGES_A_STEP = 500;
/** The city's log may grow by this much while a backup reads one state of the database; then the backup gives way. */
const MOST_LOG_BYTES = 1024 ** 3;

/**
 * A whole copy of the database as it is at this moment, in one file that only its owner reads; writers go on meanwhile. It has
 * its name only once it is whole and sound. Throws a sentence where the target exists, or the copy is damaged.
 */
export async function backupDatabase(file: string, target: string, tell: Progress = () => undefined): Promise<Backup> {
  if (existsSync(target)) throw new Error(`${target} exists. Name a file that does not exist yet.`);
  const began = performance.now();
  const partial = `${target}.partial`;
  closeSync(openSync(partial, "wx", 0o600));
  try {
    await copy(file, partial, tell);
    const facts = verify(partial);
    renameSync(partial, target);
    return { ...facts, tookMs: performance.now() - began };
  } finally {
    for (const left of [partial, `${partial}-wal`, `${partial}-shm`, `${partial}-journal`])
      rmSync(left, { force: true });
  }
}

async function copy(file: string, target: string, tell: Progress): Promise<void> {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    // one state for the whole copy: SQLite would begin it anew at each commit of the city, and never end
    db.exec("BEGIN");
    db.prepare("SELECT count(*) FROM sqlite_master").get();
    await db.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        tell(totalPages - remainingPages, totalPages);
        if (logBytes(file) > MOST_LOG_BYTES)
          throw new Error(
            "The city writes faster than this copy is made. Copy to a faster disk, or at a quieter time.",
          );
        return PAGES_A_STEP;
      },
    });
  } finally {
    db.close();
  }
}

function logBytes(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes a copy one file and checks it. Throws a sentence where it is damaged. */
export function verify(copy: string): Omit<Backup, "tookMs"> {
  const db = new Database(copy, { fileMustExist: true });
  try {
    // without a log beside it, the file is the whole copy
    db.pragma("journal_mode = DELETE");
    const [first] = db.pragma("quick_check(1)") as { quick_check: string }[];
    const said = first?.quick_check.replace(/\s+/g, " ");
    if (said !== "ok") throw new Error(`the copy is damaged (${said})`);
    const tables = db.prepare(TABLES).pluck().all() as string[];
    const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
    const rows = tables.reduce((sum, table) => sum + count(table), 0);
    return { bytes: statSync(copy).size, rows, tables: tables.length };
  } finally {
    db.close();
    chmodSync(copy, 0o600);
  }
}

const TABLES = `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`;
