// A process of its own: two copies of SQLite must never meet in one. Prints { single, grouped } in rows/s, durable.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

const DURATION_MS = 3000;
const STREAMS = 200;
const folder = mkdtempSync(join(tmpdir(), "haechi-bench-sqlite-"));
const db = new Database(join(folder, "bare.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE reading (at INTEGER, stream INTEGER, value REAL, PRIMARY KEY (at, stream)) WITHOUT ROWID");
const insert = db.prepare("INSERT INTO reading VALUES (?, ?, ?) ON CONFLICT DO NOTHING");

let n = 0;
const rows = db.transaction((size: number) => {
  for (let i = 0; i < size; i++, n++) insert.run(Math.floor(n / STREAMS), n % STREAMS, n % 90);
});

function rate(size: number): number {
  const began = performance.now();
  const first = n;
  while (performance.now() - began < DURATION_MS) rows(size);
  return Math.round(((n - first) * 1000) / (performance.now() - began));
}

const answer = { single: rate(1), grouped: rate(100) };
db.close();
rmSync(folder, { recursive: true, force: true });
process.send?.(answer);
