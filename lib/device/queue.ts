import type { WireReading } from "../contract/reading";

/** Some of the queue's oldest readings, and the place in the queue behind the last of them. */
export type Batch = { readings: WireReading[]; end: number };

/**
 * What a gateway has measured and the city has not acknowledged yet, oldest first. The memory queue forgets at a power cut;
 * a journal on disk fits the same four questions.
 */
export type Queue = {
  add(readings: readonly WireReading[]): void;
  /** The oldest readings, at most `max`, without taking them out. */
  oldest(max: number): Batch;
  /** Lets go of all before `end`: the city has answered for them. */
  drop(end: number): void;
  size(): number;
};

/** A queue in memory; beyond `limit` the oldest are let go, so that a long outage does not fill a small box. */
export function memoryQueue(limit = 100_000): Queue {
  let waiting: WireReading[] = [];
  /** Place of waiting[0], and of the oldest that still counts. */
  let [base, head] = [0, 0];
  const size = () => base + waiting.length - head;
  const drop = (end: number) => {
    head = Math.max(head, Math.min(end, base + waiting.length));
    if (head - base > 1000 && (head - base) * 2 > waiting.length) {
      waiting = waiting.slice(head - base);
      base = head;
    }
  };
  return {
    add(readings) {
      for (const reading of readings) waiting.push(reading);
      if (size() > limit) drop(head + size() - limit);
    },
    oldest(max) {
      const readings = waiting.slice(head - base, head - base + max);
      return { readings, end: head + readings.length };
    },
    drop,
    size,
  };
}
