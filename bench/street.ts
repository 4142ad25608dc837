import { HOUR } from "../lib/base/clock";
import { FIRST_ID, FrameTemplate } from "./frame";
import { type Answer, WireLine } from "./wire";

/** One device of the bench: its line, the time of its next reading (UTC ms) and the number of its next frame. */
export type Sender = { id: string; line: WireLine; at: number; frame: number };

const AT_ONCE = 50;

/** Connects every device. Their readings begin an hour ago, so that fast ones do not run into the future. */
export async function openStreet(url: string, keys: ReadonlyMap<string, string>): Promise<Sender[]> {
  const ids = [...keys];
  const senders: Sender[] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE)
    senders.push(
      ...(await Promise.all(
        ids.slice(i, i + AT_ONCE).map(async ([id, key]) => {
          const line = await WireLine.open(url, { deviceId: id, key });
          return { id, line, at: Date.now() - HOUR, frame: FIRST_ID };
        }),
      )),
    );
  return senders;
}

export function closeStreet(senders: readonly Sender[]): void {
  for (const { line } of senders) line.close();
}

/** Sends one frame now; gives its first time. */
export function send(sender: Sender, template: FrameTemplate): number {
  const at = sender.at;
  sender.at += template.size;
  sender.line.socket.write(template.make(sender.frame++, at));
  return at;
}

/** Every device sends its next frame when its last one is acknowledged, for `durationMs`. Gives readings stored per second. */
export function saturate(senders: readonly Sender[], size: number, durationMs: number): Promise<number> {
  const template = new FrameTemplate(size);
  const began = performance.now();
  let [stored, open] = [0, senders.length];
  return new Promise((resolve, reject) => {
    for (const sender of senders) {
      sender.line.ended = () => reject(new Error(`The city closed the line of ${sender.id}.`));
      sender.line.heard = (_, answer) => {
        stored += storedOf(answer, size);
        if (performance.now() - began < durationMs) send(sender, template);
        else if (--open === 0) resolve(Math.round((stored * 1000) / (performance.now() - began)));
      };
      send(sender, template);
    }
  });
}

function storedOf(answer: Answer, size: number): number {
  if ("code" in answer || answer.accepted !== size)
    throw new Error(`The city took ${JSON.stringify(answer)} of ${size}.`);
  return answer.accepted;
}

/**
 * `rate` single readings a second in all, evenly spread over the devices, for `durationMs`. `sentAt` takes the moment
 * (performance.now) of each by "device at". Resolves when all are acknowledged; gives how long each took, ms.
 */
export async function trickle(
  senders: readonly Sender[],
  rate: number,
  durationMs: number,
  sentAt: Map<string, number> = new Map(),
): Promise<number[]> {
  const template = new FrameTemplate(1);
  const began = performance.now();
  const took: number[] = [];
  const moments = new Map<Sender, Map<number, number>>();
  for (const sender of senders) {
    const mine = new Map<number, number>();
    moments.set(sender, mine);
    sender.at = Math.max(sender.at, Date.now());
    sender.line.heard = (id, answer) => {
      storedOf(answer, 1);
      took.push(performance.now() - (mine.get(id) ?? 0));
      mine.delete(id);
    };
  }
  const total = Math.round((rate * durationMs) / 1000);
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1000));
    for (; n < due; n++) {
      const sender = senders[n % senders.length];
      if (!sender) return took;
      const now = performance.now();
      moments.get(sender)?.set(sender.frame, now);
      sentAt.set(`${sender.id} ${sender.at}`, now);
      send(sender, template);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  while (took.length < total) await new Promise((resolve) => setTimeout(resolve, 5));
  return took;
}
