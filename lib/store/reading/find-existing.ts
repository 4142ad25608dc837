import type { History } from "../history/history";
import type { HistoryDb } from "../history/history-db";
import { type Pack, packFor } from "../history/packs";
import { indexFrom, type Run } from "../history/run";
import { decodeRun } from "../history/run-codec";
import type { Store } from "../open";

/**
 * Which of these [at, stream] are stored already, as `at/stream`: in the log, among the late ones or in a pack. Where the memory
 * has what is not packed, the log is not asked: a device that sends a day again is answered from a few packs.
 */
export async function findExisting(
  { history }: Store,
  keys: readonly [at: number, stream: number][],
): Promise<Set<string>> {
  const { reader } = history;
  const packs = new Map<number, Opened>();
  const found = new Set<string>();
  for (const [at, stream] of keys)
    if (inLog(history, at, stream) || packed(reader, at, stream, packs) || isLate(history, at, stream))
      found.add(`${at}/${stream}`);
  return found;
}

function inLog({ reader, tails }: History, at: number, stream: number): boolean {
  if (tails.covers(at)) return tails.of(stream)?.has(at) ?? false;
  return reader.row('SELECT 1 FROM "Reading" WHERE "at" = ? AND "stream" = ?', at, stream) !== undefined;
}

function isLate({ reader, tails, late }: History, at: number, stream: number): boolean {
  // before the packer's first step nobody has counted them
  if (tails.covers(at) && !late.has(stream)) return false;
  return reader.row('SELECT 1 FROM "Late" WHERE "at" = ? AND "stream" = ?', at, stream) !== undefined;
}

type Opened = { pack: Pack; run: Run | null };

/** Readings that come again mostly follow each other: the pack of a stream that was opened last is kept open. */
function packed(db: HistoryDb, at: number, stream: number, open: Map<number, Opened>): boolean {
  let here = open.get(stream);
  if (!here || at < here.pack.start || at >= here.pack.next) {
    const pack = packFor(db, stream, at);
    if (!pack) return false;
    here = { pack, run: null };
    open.set(stream, here);
  }
  if (at < here.pack.start || at > here.pack.end) return false;
  here.run ??= decodeRun(here.pack.data);
  return here.run.at[indexFrom(here.run.at, at)] === at;
}
