import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { databaseFile } from "./open";

type Applied = { name: string; checksum: string };

/**
 * Applies prisma/migrations in order, each in a transaction, and writes `_prisma_migrations` as `prisma migrate deploy` does:
 * no Prisma CLI, no engine, no internet. Returns the names applied. Throws where an applied migration was changed afterwards.
 */
export function migrate(url: string, folder = "prisma/migrations"): string[] {
  const file = databaseFile(url);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new Database(file);
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec(HISTORY_TABLE);
    const applied = new Map(appliedMigrations(db).map((m) => [m.name, m.checksum]));
    return migrationsIn(folder).filter((name) => applyOnce(db, folder, name, applied));
  } finally {
    db.close();
  }
}

/** Migrations of a database that this program does not have. */
export function unknownMigrations(file: string, folder = "prisma/migrations"): string[] {
  const db = new Database(file, { readonly: true });
  try {
    const known = new Set(migrationsIn(folder));
    return appliedMigrations(db)
      .map((m) => m.name)
      .filter((name) => !known.has(name));
  } finally {
    db.close();
  }
}

function migrationsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

function appliedMigrations(db: Database.Database): Applied[] {
  const sql =
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL";
  return db.prepare(sql).all() as Applied[];
}

function applyOnce(db: Database.Database, folder: string, name: string, applied: Map<string, string>): boolean {
  const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  const before = applied.get(name);
  if (before !== undefined) {
    if (before !== checksum)
      throw new Error(
        `Migration ${name} was changed after it was applied. Restore the file, and add a new migration instead.`,
      );
    return false;
  }
  const started = Date.now();
  db.pragma("foreign_keys = OFF");
  db.transaction(() => {
    // PRAGMAs of a redefined table do nothing inside a transaction
    db.exec(sql.replace(/^\s*PRAGMA (foreign_keys|defer_foreign_keys)=\w+;\s*$/gim, ""));
    if ((db.pragma("foreign_key_check") as unknown[]).length) throw new Error(`Migration ${name} breaks foreign keys.`);
    db.prepare(RECORD).run(randomUUID(), checksum, Date.now(), name, started);
  }).immediate();
  return true;
}

const RECORD =
  "INSERT INTO _prisma_migrations(id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)";

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;
