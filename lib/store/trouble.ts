import { Failure } from "../base/failure";
import type { StorageState } from "../contract/storage";

/** Why nothing can be stored. */
export type Trouble = Exclude<StorageState, "ok">;

/** What ends only with a new start of the city: writing on would lose more. */
export const LASTING: ReadonlySet<StorageState> = new Set(["corrupt", "moved"]);

/** By SQLite's own code, the longest prefix first. */
const byCode: [prefix: string, trouble: Trouble][] = [
  ["SQLITE_IOERR_CORRUPTFS", "corrupt"],
  ["SQLITE_IOERR_DATA", "corrupt"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_NOTADB", "corrupt"],
  ["SQLITE_READONLY_DBMOVED", "moved"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_LOCKED", "locked"],
  ["SQLITE_IOERR", "failing"],
  ["SQLITE_CANTOPEN", "failing"],
];

/** The trouble with the disk that an error of the database tells of; null where it tells of something else. */
export function troubleOf(error: unknown): Trouble | null {
  const code = sqliteCode(error);
  if (code) return byCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
  // what Prisma makes of SQLITE_BUSY carries no code
  return /database is locked|P1008|SocketTimeout/i.test(String(error)) ? "locked" : null;
}

type Told = { code?: unknown; cause?: unknown; originalCode?: unknown; meta?: { driverAdapterError?: unknown } };

/** SQLite's code, wherever better-sqlite3, Prisma's adapter or Prisma itself put it. */
function sqliteCode(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const { code, originalCode, cause, meta } = error as Told;
  for (const said of [originalCode, code]) if (typeof said === "string" && said.startsWith("SQLITE_")) return said;
  return sqliteCode(meta?.driverAdapterError, depth + 1) ?? sqliteCode(cause, depth + 1);
}

const because: Record<Trouble, string> = {
  full: "its disk is full",
  "read-only": "its database can only be read",
  locked: "another program holds its database",
  failing: "its disk does not work",
  moved: "its database file was moved or deleted, and the city must be started again",
  corrupt: "its database is damaged, and a backup must be restored",
};

/** The refusal of whatever would have to be stored: to a device, and to a person. */
export function refusalFor(trouble: Trouble): Failure {
  const sentence = `The city cannot store anything now: ${because[trouble]}. Nothing of this was kept. Keep it and send it again.`;
  return new Failure("storage-unavailable", sentence, { storage: trouble });
}

const remedy: Record<Trouble, string> = {
  full: "Its disk is full: make room",
  "read-only": "It, its folder or its disk can only be read: give this user the right to write there",
  locked: "Another program holds it: end that program",
  failing: "Its disk or folder does not work: look at the system's log",
  moved: "It was moved or deleted: put it back",
  corrupt:
    "It is damaged: restore a backup (npm run haechi -- restore FILE), or save what can still be read (npm run haechi -- rescue FILE)",
};

/** Why the city does not start on a database, and what to do. */
export function startSentence(file: string, trouble: Trouble, told: string): Error {
  return new Error(`The city does not start on the database ${file} (${told}). ${remedy[trouble]}, and start again.`);
}
