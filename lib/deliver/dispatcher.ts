import type { Clock } from "../base/clock";
import { newestSeq, pendingNotices, receiversAfter, waitingReceivers } from "../store/notice/pending-notices";
import { settleNotices } from "../store/notice/settle-notices";
import type { Store } from "../store/open";
import { createBounds, type Within } from "./bounds";
import { type Give, Lane } from "./lane";

/** How one sort of receivers is reached: `agency` by webhook, `device` by its line. */
export type Channel = { give(id: string): Give /** Tries at once, over all receivers of this sort. */; atOnce: number };

export type DispatcherParts = {
  store: Store;
  channels: Record<string, Channel>;
  /** The city's clock, for what expires; tries go by the wall's. */
  clock: Clock;
  wall: Clock;
  random(): number;
  onError(error: unknown): void;
};

/** Between two looks for news: many commits are one look. */
const SPACING_MS = 20;

/** Empties the outbox: a lane for each receiver, so that each gets everything in order and a dead one holds up nobody. */
export class Dispatcher {
  private readonly lanes = new Map<string, Lane>();
  private readonly parts: DispatcherParts;
  private readonly stopping = new AbortController();
  private readonly bounds: Record<string, Within>;
  private seen = 0;
  private rung = false;
  private looking: Promise<void> | null = null;

  constructor(parts: DispatcherParts) {
    this.parts = parts;
    const within = ([name, { atOnce }]: [string, Channel]) => [name, createBounds(atOnce, this.stopping.signal)];
    this.bounds = Object.fromEntries(Object.entries(parts.channels).map(within)) as Record<string, Within>;
  }

  /** Takes up what the last run of the city has left. */
  async start(): Promise<void> {
    this.seen = await newestSeq(this.parts.store);
    for (const receiver of await waitingReceivers(this.parts.store)) this.wake(receiver);
  }

  /** Something may have been put into the outbox: called after every commit that could. Returns at once. */
  ring(): void {
    if (this.stopping.signal.aborted) return;
    this.rung = true;
    this.looking ??= this.look()
      .catch((error: unknown) => this.parts.onError(error))
      .finally(() => {
        this.looking = null;
        if (this.rung) this.ring();
      });
  }

  /** A receiver may be there now that was not: its lane looks. */
  wake(receiver: string): void {
    this.lane(receiver)?.wake();
  }

  /** A receiver was mended: its lane tries now, whatever it waited for. */
  retryNow(receiver: string): void {
    this.lane(receiver)?.retryNow();
  }

  /** The lanes that were needed since the start, by receiver. */
  get known(): ReadonlyMap<string, Lane> {
    return this.lanes;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.looking, ...[...this.lanes.values()].map((lane) => lane.stop())]);
  }

  private async look(): Promise<void> {
    this.rung = false;
    const news = await receiversAfter(this.parts.store, this.seen);
    this.seen = news.seq;
    for (const receiver of news.receivers) this.wake(receiver);
    await new Promise((resolve) => setTimeout(resolve, SPACING_MS));
  }

  private lane(receiver: string): Lane | undefined {
    if (this.stopping.signal.aborted) return undefined;
    const known = this.lanes.get(receiver);
    if (known) return known;
    const [sort = "", id = ""] = split(receiver);
    const [channel, within] = [this.parts.channels[sort], this.bounds[sort]];
    if (!channel || !within) return undefined;
    const lane = new Lane({ ...this.laneParts(), receiver, within, give: channel.give(id) });
    this.lanes.set(receiver, lane);
    return lane;
  }

  private laneParts() {
    const { store, clock, wall, random, onError } = this.parts;
    return {
      pending: (receiver: string, limit: number) => pendingNotices(store, receiver, limit),
      settle: (marks: Parameters<typeof settleNotices>[1]) => settleNotices(store, marks),
      cityNow: () => clock.now(),
      wallNow: () => wall.now(),
      random,
      after: (ms: number, then: () => void) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      onError,
    };
  }
}

function split(receiver: string): string[] {
  const colon = receiver.indexOf(":");
  return [receiver.slice(0, colon), receiver.slice(colon + 1)];
}
