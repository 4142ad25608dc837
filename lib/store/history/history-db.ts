import Database from "better-sqlite3";

type Options = {
  readonly: boolean;
  timeout: number;
  /** What is thrown for an error of the database; itself where left out. */
  refusal?: (error: unknown) => unknown;
};
type Param = number | string | Buffer | null;

/**
 * The history's own line to the database file, beside Prisma's: blobs come as bytes and an answer comes in the same turn, so
 * that nothing can happen between a look at the packs and a look at the memory. Opened at its first use.
 */
export class HistoryDb {
  private readonly open: () => Database.Database;
  private connection: Database.Database | null = null;
  private readonly prepared = new Map<string, Database.Statement>();

  private readonly refusal: (error: unknown) => unknown;

  constructor(file: string, { readonly, timeout, refusal = (error) => error }: Options) {
    this.refusal = refusal;
    this.open = () => new Database(file, { readonly, timeout, fileMustExist: true });
  }

  private get db(): Database.Database {
    if (!this.connection) {
      this.connection = this.open();
      // A pack that is lost with the power is in the log still: only its order with the readings' commits matters, and the
      // log of the file keeps that. The readings' commits move it into the file; so a step here never waits for the disk.
      if (!this.connection.readonly)
        for (const p of ["synchronous = NORMAL", "wal_autocheckpoint = 0"]) this.connection.pragma(p);
    }
    return this.connection;
  }

  private statement(sql: string): Database.Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    this.prepared.set(sql, made);
    return made;
  }

  row<Row>(sql: string, ...params: Param[]): Row | undefined {
    return this.asked(() => this.statement(sql).get(...params) as Row | undefined);
  }

  rows<Row>(sql: string, ...params: Param[]): Row[] {
    return this.asked(() => this.statement(sql).all(...params) as Row[]);
  }

  /** Rows as arrays of their columns: half the work where they are many. */
  columns<Row extends unknown[]>(sql: string, ...params: Param[]): Row[] {
    const raw = `${sql} `;
    return this.asked(() => (this.prepared.get(raw) ?? this.statement(raw).raw()).all(...params) as Row[]);
  }

  private asked<T>(question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw this.refusal(error);
    }
  }

  /** Gives how many rows changed. */
  run(sql: string, ...params: Param[]): number {
    return this.statement(sql).run(...params).changes;
  }

  /** All of it or nothing. Throws SQLITE_BUSY where another process writes at this moment. */
  transaction<T>(work: () => T): T {
    return this.db.transaction(work).immediate();
  }

  /** Until `end` this line sees the database as it is now. */
  begin(): void {
    this.db.exec("BEGIN");
    this.row("SELECT 1 FROM Reading LIMIT 1");
  }

  /** Moves what the commits have left in SQLite's log into its file. */
  checkpoint(): void {
    this.db.pragma("wal_checkpoint(PASSIVE)");
  }

  close(): void {
    this.connection?.close();
    this.connection = null;
    this.prepared.clear();
  }
}
