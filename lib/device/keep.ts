import { memoryQueue, type Queue } from "./queue";

/** One number that is remembered. */
export type Remembered = { read(): number | null; write(value: number): void; clear(): void };

/** What a device keeps until the city has answered for it: in memory, or on its own disk. */
export type Keep = {
  queue: Queue;
  /** Measured before the city said what time it is; `at` is the device's own time, UTC ms as far as it knows. */
  untimed: Queue;
  /** By how many ms `untimed` is being corrected, while it is: a device that dies in the middle goes on with the same. */
  correction: Remembered;
};

/** Forgets with the process; of more than `limit` readings the oldest go. */
export function memoryKeep(limit?: number): Keep {
  let correction: number | null = null;
  return {
    queue: memoryQueue(limit),
    untimed: memoryQueue(limit),
    correction: {
      read: () => correction,
      write: (value) => {
        correction = value;
      },
      clear: () => {
        correction = null;
      },
    },
  };
}
