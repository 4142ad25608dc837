import { connectLive } from "../e2e/support/live";
import { quantile } from "./figures";
import { cpuSeconds } from "./process";
import { closeStreet, openStreet, type Sender, saturate, trickle } from "./street";

/** What is measured: where it answers, who sends, which process it is, and who may look. */
export type Subject = { url: string; keys: ReadonlyMap<string, string>; pid: number; cookie?: string };
export type Times = { p50: number; p99: number };
/** Readings per second acknowledged, and the share of one core that the process used for it (0–1 and a little). */
export type Rate = { perSecond: number; core: number };

const WARM_MS = 1500;

export const timesOf = (values: readonly number[]): Times => ({
  p50: quantile(values, 0.5),
  p99: quantile(values, 0.99),
});

/** Opens the street, does `work` with it while one screen listens, and closes both. */
export async function onStreet<T>(subject: Subject, work: (street: Street) => Promise<T>): Promise<T> {
  const senders = await openStreet(subject.url, subject.keys);
  const seen = new Seen();
  const live = await connectLive(subject.url, subject.cookie, (delta) => seen.take(delta.values ?? []));
  await saturate(senders, 100, WARM_MS);
  const answer = await work(new Street(subject, senders, seen));
  live.close();
  closeStreet(senders);
  return answer;
}

/** When each reading was sent, and how long it took to the screen. */
class Seen {
  readonly sentAt = new Map<string, number>();
  took: number[] = [];

  take(values: readonly (readonly [string, string, number, ...unknown[]])[]): void {
    const now = performance.now();
    for (const [id, , at] of values) {
      const sent = this.sentAt.get(`${id} ${at}`);
      if (sent !== undefined) this.took.push(now - sent);
    }
  }
}

export class Street {
  readonly senders: readonly Sender[];
  private readonly subject: Subject;
  private readonly seen: Seen;

  constructor(subject: Subject, senders: readonly Sender[], seen: Seen) {
    this.subject = subject;
    this.senders = senders;
    this.seen = seen;
  }

  /** As much as it takes, `size` readings a frame, one frame of each device on its way. */
  async rate(size: number, durationMs: number): Promise<Rate> {
    const [cpu, began] = [cpuSeconds(this.subject.pid), performance.now()];
    const perSecond = await saturate(this.senders, size, durationMs);
    return { perSecond, core: ((cpuSeconds(this.subject.pid) - cpu) * 1000) / (performance.now() - began) };
  }

  /** Device → acknowledgement and device → screen at `rate` single readings a second, ms. */
  async latency(rate: number, durationMs: number): Promise<{ acknowledged: Times; live: Times; seen: number }> {
    this.seen.sentAt.clear();
    this.seen.took = [];
    const acknowledged = await trickle(this.senders, rate, durationMs, this.seen.sentAt);
    // the last values are on their way to the screen
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { acknowledged: timesOf(acknowledged), live: timesOf(this.seen.took), seen: this.seen.took.length };
  }
}
