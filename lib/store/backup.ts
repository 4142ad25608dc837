import { closeSync, existsSync, openSync } from "node:fs";
import Database from "better-sqlite3";

/** A whole copy of the database as it is now, readable by its owner alone; writers go on meanwhile. Throws where the target exists. */
export async function backupDatabase(file: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Error(`${target} exists. Name a file that does not exist yet.`);
  closeSync(openSync(target, "wx", 0o600));
  const db = new Database(file, { readonly: true });
  try {
    await db.backup(target);
  } finally {
    db.close();
  }
}
