import Database from "better-sqlite3";
import { holdersOf } from "./holders";
import { troubleOf } from "./trouble";

/** Held while a city runs on a database. */
export type CityLock = { release(): void };

/**
 * One city a database: two would judge the same readings with two memories. The lock is the operating system's, on a file
 * beside the database, so that it ends with the process however that ends, and no stale file ever locks anybody out.
 * Throws a sentence where a city runs on it already, and whatever the disk says.
 */
export async function lockCity(file: string): Promise<CityLock> {
  const path = `${file}.lock`;
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (troubleOf(error) !== "locked") throw error;
    const who = (await holdersOf(path)).join("; ");
    throw new Error(`A city runs on ${file} already${who && ` (process ${who})`}. Stop it first.`);
  }
  return { release: () => void db.close() };
}
