import { HistoryDb } from "./history-db";
import { Tails } from "./tails";

/** Everything that answers for the past: the packs in the database, and in memory what is not packed yet. */
export type History = {
  file: string;
  refusal: (error: unknown) => unknown;
  reader: HistoryDb;
  /** Only inside the store's turn (Store.alone). */
  writer: HistoryDb;
  tails: Tails;
  /** Late readings that wait to be packed, by stream. */
  late: Map<number, number>;
  close(): void;
};

/** Another process (the command line) may write for this long before a question is refused, ms. */
const READ_TIMEOUT_MS = 5000;

/** `refusal` makes of an error of the database what a reader is answered with. */
export function openHistory(file: string, refusal: (error: unknown) => unknown): History {
  const reader = new HistoryDb(file, { readonly: true, timeout: READ_TIMEOUT_MS, refusal });
  // a step of the packer waits for nobody: it comes again
  const writer = new HistoryDb(file, { readonly: false, timeout: 0 });
  const close = () => {
    reader.close();
    writer.close();
  };
  return { file, refusal, reader, writer, tails: new Tails(), late: new Map(), close };
}

/** Reads one state of the database, however long `work` takes, on a line of its own. */
export async function inSnapshot<T>(history: History, work: (db: HistoryDb) => Promise<T>): Promise<T> {
  const { file, refusal } = history;
  const db = new HistoryDb(file, { readonly: true, timeout: READ_TIMEOUT_MS, refusal });
  try {
    db.begin();
    return await work(db);
  } finally {
    db.close();
  }
}
