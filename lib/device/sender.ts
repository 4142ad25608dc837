import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { backoffMs } from "./backoff";
import type { CitySocket } from "./link";
import type { Batch, Queue } from "./queue";

/** Never asked again as they are: the frame itself is wrong, so a smaller one is tried, and at last the one bad reading goes. */
const HOPELESS = new Set(["bad-request", "invalid", "malformed", "too-large"]);

export type SenderOptions = {
  queue: Queue;
  /** The socket while the city is there and proved, else null. */
  city(): CitySocket | null;
  random: () => number;
  batch: number;
  ackTimeoutMs: number;
  onAnswer(readings: WireReading[], answer: ReadingsAnswer): void;
};
export type Sender = { wake(): void; idle(): Promise<void>; stop(): void };

/** Empties the queue in order, one frame at a time; a frame leaves the queue only when the city has answered for it. */
export function createSender(options: SenderOptions): Sender {
  const { queue, random } = options;
  let [sending, stopped, attempt, size] = [false, false, 0, options.batch];
  let retry: NodeJS.Timeout | undefined;
  const waiters: (() => void)[] = [];

  const done = ({ readings, end }: Batch, answer: ReadingsAnswer) => {
    queue.drop(end);
    [attempt, size] = [0, options.batch];
    options.onAnswer(readings, answer);
  };
  const later = (ms?: number) => {
    clearTimeout(retry);
    retry = setTimeout(pump, ms ?? backoffMs(attempt++, random));
  };
  /** Sends one frame; false: not now. */
  async function one(socket: CitySocket): Promise<boolean> {
    const batch = queue.oldest(size);
    const answer = await socket.timeout(options.ackTimeoutMs).emitWithAck("readings", { readings: batch.readings });
    if ("accepted" in answer) done(batch, answer);
    else if (!HOPELESS.has(answer.code)) {
      later(answer.retryMs);
      return false;
    } else if (batch.readings.length > 1) size = Math.ceil(batch.readings.length / 2);
    else
      done(batch, { accepted: 0, duplicates: 0, refused: [{ index: 0, code: "malformed", message: answer.message }] });
    return true;
  }
  async function sendAll(): Promise<void> {
    for (let socket = options.city(); socket && queue.size() > 0 && !stopped; socket = options.city()) {
      if (!(await one(socket))) return;
    }
  }
  async function pump(): Promise<void> {
    if (sending || stopped) return;
    sending = true;
    // no acknowledgement: the city knows a repeat from a new reading, so sending again is safe
    await sendAll().catch(() => later());
    sending = false;
    if (queue.size() === 0) for (const tell of waiters.splice(0)) tell();
  }
  return {
    wake: () => void pump(),
    idle: () => (queue.size() === 0 && !sending ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    stop: () => {
      stopped = true;
      clearTimeout(retry);
      for (const tell of waiters.splice(0)) tell();
    },
  };
}
