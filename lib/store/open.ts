import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { type Prisma, PrismaClient } from "./generated/client";
import { type History, openHistory } from "./history/history";
import { Lock } from "./lock";

export type Tx = Prisma.TransactionClient;
/** Raw statements that become one transaction. */
export type Statements = (writer: PrismaClient) => Prisma.PrismaPromise<unknown>[];

export type Store = {
  file: string;
  /** Reads only what is committed, on a connection of its own. */
  reader: PrismaClient;
  /** One transaction, alone: nobody else's statement can slip into it. Tried again when another process held the database. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Several statements as one transaction, without a round trip each: the readings' way. `committed` is called before anybody else's turn. */
  batch(statements: Statements, committed?: () => void): Promise<unknown[]>;
  /** Work that must not meet anybody's transaction: the history's own writing. */
  alone<T>(work: () => T): Promise<T>;
  history: History;
  /** For libraries that write by themselves (better-auth): each of its operations waits for its turn. */
  library: PrismaClient;
  close(): Promise<void>;
};

/** The file of a `file:` address. */
export function databaseFile(url: string): string {
  return url.replace(/^file:/, "").replace(/\?.*$/, "");
}

/** Opens the city's database: WAL, every commit on the disk before it is answered (synchronous FULL). */
export async function openStore(url: string): Promise<Store> {
  const file = databaseFile(url);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = await connect(url, ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]);
  // sessions and password hashes are in it: nobody else on this host reads them
  chmodSync(file, 0o600);
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) chmodSync(beside, 0o600);
  const reader = await connect(url, ["query_only = ON"]);
  const lock = new Lock();
  const history = openHistory(file);
  const library = writer.$extends({ query: { $allOperations: ({ args, query }) => lock.run(() => query(args)) } });
  return {
    file,
    reader,
    write: (work) => lock.run(() => retryLocked(() => writer.$transaction(work, { maxWait: 10_000, timeout: 30_000 }))),
    batch: (statements, committed) =>
      lock.run(async () => {
        const answers = await retryLocked(() => writer.$transaction(statements(writer)));
        committed?.();
        return answers;
      }),
    alone: (work) => lock.run(async () => work()),
    history,
    library: library as unknown as PrismaClient,
    close: async () => {
      await lock.run(() => writer.$disconnect());
      history.close();
      await reader.$disconnect();
    },
  };
}

async function connect(url: string, pragmas: string[]): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url, timeout: 5000 }) });
  for (const pragma of pragmas) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  return client;
}

const TRIES = 5;

/** The command line may write at the same moment: a transaction that found the database locked is begun again. */
async function retryLocked<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !/locked|SQLITE_BUSY|P1008/i.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
