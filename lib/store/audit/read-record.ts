import Database from "better-sqlite3";
import type { Checkpoint } from "./checkpoints";
import type { StoredAuditRow } from "./list-audit";

export type RecordFile = {
  rows: Iterable<StoredAuditRow>;
  checkpoints: Checkpoint[];
  /** Highest id that the table ever gave. */
  highestId: number;
  /** The newest row; id 0 and no hash where there is none. */
  last: { id: number; hash: string };
  count: number;
  close(): void;
};

/** The record of a database file, read row by row on a connection of its own (a million rows do not fit a page); nothing is written. */
export function openRecord(file: string): RecordFile {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  // one moment of a record that a city goes on writing
  db.exec("BEGIN");
  const number = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
  // a copy from before checkpoints has none
  const signed = number("SELECT count(*) FROM sqlite_schema WHERE name = 'AuditCheckpoint'") > 0;
  const checkpoints = signed ? db.prepare('SELECT * FROM "AuditCheckpoint" ORDER BY "id"').all() : [];
  return {
    rows: rowsOf(db),
    checkpoints: checkpoints as Checkpoint[],
    last: (db.prepare('SELECT "id", "hash" FROM "Audit" ORDER BY "id" DESC LIMIT 1').get() ??
      NO_ROW) as RecordFile["last"],
    highestId: number("SELECT seq FROM sqlite_sequence WHERE name = 'Audit'"),
    count: number('SELECT count(*) FROM "Audit"'),
    close: () => db.close(),
  };
}

const NO_ROW = { id: 0, hash: "" };

/** Begins to read when the first row is asked for: a record that is never walked can be closed. */
function* rowsOf(db: Database.Database): Generator<StoredAuditRow> {
  yield* db.prepare('SELECT * FROM "Audit" ORDER BY "id"').iterate() as Iterable<StoredAuditRow>;
}
