import { setImmediate } from "node:timers/promises";
import { Cursor, settle } from "../history/cursor";
import { type History, inSnapshot } from "../history/history";
import { LOOK_MS } from "../history/log";
import { emptyRun, type Run } from "../history/run";
import { unpackedBetween } from "../history/runs";
import type { Store } from "../open";

/** Readings of several streams in order of time, the first `count` of each column; good until the next batch is asked for. */
export type Batch = { count: number; at: Float64Array; stream: Int32Array; value: Float64Array };
type Unpacked = Map<number, Run> | null;

const BATCH = 8192;

/**
 * Every reading of some streams with from ≤ at ≤ to (UTC ms), all in one order of time (where times are equal in the order of
 * `streams`), a batch at a time: what a rule is tried on. The city has its turn between batches.
 */
export async function* replayReadings(
  { history }: Store,
  streams: readonly number[],
  from: number,
  to: number,
): AsyncGenerator<Batch> {
  const batch = {
    count: 0,
    at: new Float64Array(BATCH),
    stream: new Int32Array(BATCH),
    value: new Float64Array(BATCH),
  };
  let unpacked: Unpacked = null;
  let turn = performance.now();
  const heap: Cursor[] = [];
  for (let begun = false; ; begun = true) {
    if (!unpacked && !history.tails.covers(to)) unpacked = await fromDisk(history, streams, from, to);
    if (!begun) begin(history, { streams, from, to }, unpacked, heap);
    fill(batch, heap, unpacked);
    if (batch.count === 0) return;
    yield batch;
    if (performance.now() - turn < LOOK_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
}

/** The memory does not cover the range, or no longer: what is not packed now is read from the log, once. */
function fromDisk(history: History, streams: readonly number[], from: number, to: number): Promise<Map<number, Run>> {
  return inSnapshot(history, (db) => unpackedBetween(db, streams, from, to));
}

type Range = { streams: readonly number[]; from: number; to: number };

function begin(history: History, { streams, from, to }: Range, unpacked: Unpacked, heap: Cursor[]): void {
  for (const [place, stream] of streams.entries()) {
    const cursor = new Cursor(history, stream, place, from, to);
    cursor.advance(unpackedOf(unpacked, stream));
    if (cursor.at < Number.POSITIVE_INFINITY) heap.push(cursor);
  }
  heap.sort((a, b) => a.at - b.at || a.place - b.place);
}

function fill(batch: Batch, heap: Cursor[], unpacked: Unpacked): void {
  batch.count = 0;
  for (let first = heap[0]; first && batch.count < BATCH; first = heap[0]) {
    batch.at[batch.count] = first.at;
    batch.stream[batch.count] = first.stream;
    batch.value[batch.count++] = first.value;
    first.advance(unpackedOf(unpacked, first.stream));
    const last = first.at === Number.POSITIVE_INFINITY ? heap.pop() : undefined;
    if (last && last !== first) heap[0] = last;
    settle(heap, 0);
  }
}

function unpackedOf(unpacked: Unpacked, stream: number): Run | null {
  return unpacked && (unpacked.get(stream) ?? emptyRun);
}
