import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { CommitTimes } from "./commit-times";
import { type Prisma, PrismaClient } from "./generated/client";
import { StorageGuard } from "./guard";
import { type History, openHistory } from "./history/history";
import { Lock } from "./lock";
import { looker, mayTouch } from "./look";
import { troubleOf } from "./trouble";
import { WAL_LIMIT_BYTES, WalWatch } from "./wal";

export type Tx = Prisma.TransactionClient;
/** Raw statements that become one transaction. */
export type Statements = (writer: PrismaClient) => Prisma.PrismaPromise<unknown>[];

/**
 * Every write, and every read, throws Failure `storage-unavailable` where it is the disk or the database that refuses.
 */
export type Store = {
  file: string;
  /** Reads only what is committed, on a connection of its own. */
  reader: PrismaClient;
  /** One transaction, alone: nobody else's statement can slip into it. Tried again when another process held the database. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Several statements as one transaction, without a round trip each: the readings' way. Not tried while nothing can be stored.
   * `committed` is called before anybody else's turn.
   */
  batch(statements: Statements, committed?: () => void): Promise<unknown[]>;
  /** Work that must not meet anybody's transaction: the history's own writing. Not done while nothing can be stored. */
  alone<T>(work: () => T): Promise<T>;
  history: History;
  /** For libraries that write by themselves (better-auth): each of its operations waits for its turn. */
  library: PrismaClient;
  /** Whether the city can store. */
  guard: StorageGuard;
  /** How long the readings' commits took. */
  commits: CommitTimes;
  wal: WalWatch;
  /** Once a second: looks after the disk and the log. */
  tend(): Promise<void>;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** The city's clock, UTC ms: since when it cannot store. */
  now?: () => number;
  /** How long one try waits for another process that writes; in the city everything else waits with it. */
  busyMs?: number;
  /** How long a write is tried again before the database counts as locked. */
  patienceMs?: number;
};

/** The file of a `file:` address. */
export function databaseFile(url: string): string {
  return url.replace(/^file:/, "").replace(/\?.*$/, "");
}

/** Opens the city's database: WAL, every commit on the disk before it is answered (synchronous FULL). */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const { now = Date.now, busyMs = 5000, patienceMs = 5000 } = options;
  const file = resolve(databaseFile(url));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = await connect(url, busyMs, WRITER);
  // sessions and password hashes are in it: nobody else on this host reads them
  chmodSync(file, 0o600);
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) chmodSync(beside, 0o600);
  const reader = await connect(url, busyMs, ["query_only = ON"]);
  const lock = new Lock();
  const probe = () => lock.run(() => writeAndTakeBack(writer));
  const guard = new StorageGuard({ now, look: looker(file), mayTouch: () => mayTouch(file), probe });
  const history = openHistory(file, (error) => guard.judgeRead(error));
  const wal = new WalWatch(file, now);
  const commits = new CommitTimes();
  const patient = <T>(work: () => Promise<T>) => retryLocked(work, patienceMs);
  const commit = async (statements: Statements, committed?: () => void) => {
    const answers = await commits.time(() => patient(() => together(writer, statements(writer))));
    committed?.();
    return answers;
  };
  return {
    file,
    reader: each(reader, (run) => guard.read(run)),
    write: (work) =>
      guard.act(() => lock.run(() => patient(() => writer.$transaction(work, { maxWait: 10_000, timeout: 30_000 })))),
    batch: (statements, committed) => guard.commit(() => lock.run(() => commit(statements, committed))),
    alone: (work) => guard.step(() => lock.run(async () => work())),
    history,
    library: each(writer, (run) => guard.act(() => lock.run(run))),
    guard,
    commits,
    wal,
    tend: async () => {
      await guard.tend();
      await lock.run(() => wal.tend(writer, guard.seen?.walBytes ?? 0));
    },
    close: async () => {
      await lock.run(() => writer.$disconnect());
      history.close();
      await reader.$disconnect();
    },
  };
}

/** One statement is atomic by itself, and costs half of what it does inside a transaction of Prisma's. */
async function together(writer: PrismaClient, list: Prisma.PrismaPromise<unknown>[]): Promise<unknown[]> {
  return list.length === 1 ? [await list[0]] : writer.$transaction(list);
}

const WRITER = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  `journal_size_limit = ${WAL_LIMIT_BYTES}`,
];

async function connect(url: string, timeout: number, pragmas: string[]): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url, timeout }) });
  for (const pragma of pragmas) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  return client;
}

/** The client whose every operation runs in `through`. */
function each(client: PrismaClient, through: <T>(run: () => Promise<T>) => Promise<T>): PrismaClient {
  const extended = client.$extends({ query: { $allOperations: ({ args, query }) => through(() => query(args)) } });
  return extended as unknown as PrismaClient;
}

/** About as much as a commit of many readings needs. */
const PROBE_BYTES = 256 * 1024;

async function writeAndTakeBack(writer: PrismaClient): Promise<void> {
  await writer.$executeRaw`INSERT INTO "Setting"("key","value") VALUES ('storage-probe', printf('%.*c', ${PROBE_BYTES}, 'x'))
    ON CONFLICT("key") DO UPDATE SET "value" = excluded."value"`;
  await writer.$executeRaw`DELETE FROM "Setting" WHERE "key" = 'storage-probe'`;
}

/** The command line may write at the same moment: a transaction that found the database locked is begun again. */
async function retryLocked<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() >= until || troubleOf(error) !== "locked") throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, 20 * attempt)));
    }
  }
}
