import type { TestDevice } from "../e2e/support/device";
import { HOUR } from "../lib/base/clock";

export type Sender = { id: string; device: TestDevice; sent: number };
const STREAM = "water-depth";

/** The next `size` readings of a sender: each a millisecond after the one before, none that any rule would raise. */
function readings(sender: Sender, base: number, size: number): { stream: string; at: number; value: number }[] {
  return Array.from({ length: size }, () => {
    sender.sent += 1;
    return { stream: STREAM, at: base + sender.sent, value: sender.sent % 20 };
  });
}

/** Every sender sends the next frame when its last is acknowledged, for `durationMs`. Gives readings acknowledged per second. */
export async function saturate(senders: readonly Sender[], size: number, durationMs: number): Promise<number> {
  const base = Date.now() - HOUR;
  const began = performance.now();
  let accepted = 0;
  const run = async (sender: Sender): Promise<void> => {
    while (performance.now() - began < durationMs) {
      const answer = await sender.device.send(readings(sender, base, size));
      if (answer.accepted !== size) throw new Error(`The city took ${JSON.stringify(answer)} of ${size}.`);
      accepted += answer.accepted;
    }
  };
  await Promise.all(senders.map(run));
  return Math.round((accepted * 1000) / (performance.now() - began));
}

/**
 * Sends `rate` readings a second in all, evenly spread, for `durationMs`. `sentAt` takes the moment (performance.now) of
 * each by "device at".
 */
export async function trickle(
  senders: readonly Sender[],
  rate: number,
  durationMs: number,
  sentAt: Map<string, number>,
): Promise<void> {
  const base = Date.now();
  const began = performance.now();
  const answers: Promise<unknown>[] = [];
  const total = Math.round((rate * durationMs) / 1000);
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1000));
    for (; n < due; n++) {
      const sender = senders[n % senders.length];
      if (!sender) return;
      const at = base + n;
      sentAt.set(`${sender.id} ${at}`, performance.now());
      answers.push(sender.device.send([{ stream: STREAM, at, value: n % 20 }]));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(answers);
}
