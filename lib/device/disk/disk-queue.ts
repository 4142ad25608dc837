import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { WireReading } from "../../contract/reading";
import type { Batch, Queue } from "../queue";
import { numberFile } from "./number-file";
import type { Entry } from "./record";
import { Segments } from "./segments";

export type DiskQueueOptions = {
  /** A file of the journal is followed by the next at this size. One of them at most is held in memory. */
  segmentBytes?: number;
  /** The whole journal; beyond it the oldest file goes, sent or not: what the city looks at now counts most. */
  mostBytes?: number;
};
export type DiskQueue = Queue & {
  /** Readings that went unsent because the journal or the disk was full, since it was opened. */
  lost(): number;
  close(): void;
};

/**
 * The queue as a journal of checked lines in files. `add` returns when the readings are on the disk (fsync), or throws. How far
 * the city has answered is written without waiting: after a power cut the last frames may go out again, and the city knows a
 * repeat. A torn last line is cut off at the next start, a damaged one in the middle is left out. One process at a time.
 */
export function openDiskQueue(dir: string, options: DiskQueueOptions = {}): DiskQueue {
  const { segmentBytes = 1_000_000, mostBytes = 256_000_000 } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const segments = new Segments(dir);
  const cursor = numberFile(join(dir, "cursor"), false);
  const answered = cursor.read() ?? 0;
  let head = Math.max(answered, segments.base ?? 0);
  // the cursor may have reached the disk and the readings before it not: their places are taken all the same
  let next = Math.max(head, segments.recover() ?? 0);
  let lost = 0;
  let window: Entry[] | null = null;

  const forget = (end: number) => {
    head = Math.max(head, Math.min(end, next));
    while ((segments.nextBase ?? Number.POSITIVE_INFINITY) <= head) {
      segments.dropFirst();
      window = null;
    }
  };
  const drop = (end: number) => {
    if (end <= head) return;
    forget(end);
    cursor.write(head);
  };
  /** False where only the file that is written to is left. */
  const giveUpOldest = (): boolean => {
    const end = segments.nextBase;
    if (end === undefined) return false;
    lost += end - head;
    drop(end);
    return true;
  };
  const append = (entries: Entry[]): void => {
    try {
      segments.append(entries, segmentBytes);
    } catch (error) {
      // the disk is full: the same rule as for a full journal, and one more try
      if (!giveUpOldest()) throw error;
      segments.append(entries, segmentBytes);
    }
  };
  /** The readings of the oldest file that are not answered for. */
  const waiting = (): Entry[] => {
    for (;;) {
      window ??= segments.first();
      const from = window.findIndex((entry) => entry.place >= head);
      if (from > 0) window.splice(0, from);
      if (from !== -1) return window;
      window = [];
      // what is left of this file is damaged
      if (segments.nextBase === undefined) return window;
      forget(segments.nextBase);
    }
  };

  forget(head);
  return {
    add(readings) {
      if (readings.length === 0) return;
      const entries = readings.map((reading, i) => ({ place: next + i, reading }));
      append(entries);
      next += readings.length;
      if (segments.nextBase === undefined) window?.push(...entries);
      while (segments.bytes > mostBytes && giveUpOldest());
    },
    oldest(max): Batch {
      const batch = waiting().slice(0, max);
      return { readings: batch.map((entry): WireReading => entry.reading), end: (batch.at(-1)?.place ?? head - 1) + 1 };
    },
    drop,
    size: () => next - head,
    lost: () => lost,
    close: () => segments.close(),
  };
}
