import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { migrate } from "./migrate";

/** What was saved of one table; `whole` false where damage was met on the way. */
export type Saved = { table: string; rows: number; whole: boolean };

/**
 * Copies out of a damaged database whatever can still be read into a new one of this version: each table from its front until
 * damage stops it, then from its end. Throws where the target exists, or not even the list of tables can be read.
 */
export function rescueDatabase(file: string, target: string): Saved[] {
  if (existsSync(target)) throw new Error(`${target} exists. Name a file that does not exist yet.`);
  migrate(`file:${target}`);
  const from = new Database(file, { readonly: true, fileMustExist: true });
  const to = new Database(target);
  try {
    to.pragma("foreign_keys = OFF");
    return tablesOf(to)
      .filter((table) => tablesOf(from).includes(table))
      .map((table) => ({ table, ...saveTable(from, to, table) }));
  } finally {
    from.close();
    to.close();
  }
}

function tablesOf(db: Database.Database): string[] {
  const sql = `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%' AND "name" <> '_prisma_migrations'`;
  return db.prepare(sql).pluck().all() as string[];
}

type Column = { name: string; pk: number };

function saveTable(from: Database.Database, to: Database.Database, table: string): Omit<Saved, "table"> {
  const columns = (db: Database.Database) => db.pragma(`table_info("${table}")`) as Column[];
  const known = new Set(columns(to).map((c) => c.name));
  const shared = columns(from).filter((c) => known.has(c.name));
  const names = shared.map((c) => `"${c.name}"`).join(", ");
  const key = shared
    .filter((c) => c.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((c) => `"${c.name}"`);
  const put = to.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${shared.map(() => "?").join(", ")})`);
  const walk = (order: "ASC" | "DESC"): boolean => {
    const by = key.map((column) => `${column} ${order}`).join(", ") || `rowid ${order}`;
    return to.transaction(() => readUntilDamage(from, `SELECT ${names} FROM "${table}" ORDER BY ${by}`, put))();
  };
  const whole = walk("ASC") || (walk("DESC") && false);
  return { rows: to.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number, whole };
}

/** True where the end was reached. */
function readUntilDamage(from: Database.Database, sql: string, put: Database.Statement): boolean {
  try {
    for (const row of from.prepare(sql).safeIntegers().raw().iterate() as IterableIterator<unknown[]>) put.run(...row);
    return true;
  } catch (error) {
    if ((error as Error).name === "SqliteError") return false;
    throw error;
  }
}
