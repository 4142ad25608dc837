import { backoffMs } from "../base/backoff";
import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { firstFrame, lessThan, moreThan } from "./frame-size";
import type { CitySocket } from "./link";
import type { Batch, Queue } from "./queue";

/** Never asked again as they are: the frame itself is wrong, so a smaller one is tried, and at last the one bad reading goes. */
const HOPELESS = new Set(["bad-request", "invalid", "malformed", "too-large"]);

export type SenderOptions = {
  queue: Queue;
  /** Readings that the city has not answered for, those included that have no time yet. */
  waiting(): number;
  /** The socket while the city is there and proved, else null. */
  city(): CitySocket | null;
  random: () => number;
  /** Readings in one frame, at most. */
  most: number;
  ackTimeoutMs: number;
  onAnswer(readings: WireReading[], answer: ReadingsAnswer): void;
};
export type Sender = {
  /** There is something to send. While the city has asked for time, or did not answer, that waits. */
  wake(): void;
  /** The line is new: what went unanswered on the old one goes out now. */
  again(): void;
  idle(): Promise<void>;
  stop(): void;
};

/** Empties the queue in order, one frame at a time; a frame leaves the queue only when the city has answered for it. */
export function createSender(options: SenderOptions): Sender {
  const { queue, random, most } = options;
  let [sending, stopped, attempt, size] = [false, false, 0, firstFrame(most)];
  let retry: { timer: NodeJS.Timeout; asked: boolean } | null = null;
  const waiters: (() => void)[] = [];

  const done = ({ readings, end }: Batch, answer: ReadingsAnswer) => {
    queue.drop(end);
    attempt = 0;
    options.onAnswer(readings, answer);
  };
  const cancel = () => {
    clearTimeout(retry?.timer);
    retry = null;
  };
  const later = (ms: number, asked: boolean) => {
    cancel();
    const timer = setTimeout(() => {
      retry = null;
      void pump();
    }, ms);
    retry = { timer, asked };
  };
  /** Sends one frame; false: not now. */
  async function one(socket: CitySocket, batch: Batch): Promise<boolean> {
    const { readings } = batch;
    const began = performance.now();
    const answer = await socket.timeout(options.ackTimeoutMs).emitWithAck("readings", { readings });
    if ("accepted" in answer) {
      size = moreThan(size, readings.length, performance.now() - began, most);
      done(batch, answer);
    } else if (!HOPELESS.has(answer.code)) {
      // never before the city has asked for, and not all gateways in the same moment
      if (answer.retryMs) later(answer.retryMs * (1 + random() / 2), true);
      else later(backoffMs(attempt++, random), false);
      return false;
    } else if (readings.length > 1) size = Math.ceil(readings.length / 2);
    else
      done(batch, { accepted: 0, duplicates: 0, refused: [{ index: 0, code: "malformed", message: answer.message }] });
    return true;
  }
  async function sendAll(): Promise<void> {
    for (let socket = options.city(); socket && !stopped; socket = options.city()) {
      const batch = queue.oldest(size);
      if (batch.readings.length === 0 || !(await one(socket, batch))) return;
    }
  }
  async function pump(): Promise<void> {
    if (sending || stopped || retry) return;
    sending = true;
    // no acknowledgement: the city knows a repeat from a new reading, so sending again is safe
    await sendAll().catch(() => {
      size = lessThan(size);
      if (!stopped) later(backoffMs(attempt++, random), false);
    });
    sending = false;
    if (options.waiting() === 0) for (const tell of waiters.splice(0)) tell();
  }
  return {
    wake: () => void pump(),
    again: () => {
      attempt = 0;
      if (!retry?.asked) cancel();
      void pump();
    },
    idle: () =>
      options.waiting() === 0 && !sending ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve)),
    stop: () => {
      stopped = true;
      cancel();
      for (const tell of waiters.splice(0)) tell();
    },
  };
}
