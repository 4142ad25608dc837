import { BrokenCircuitError } from "cockatiel";
import type { Circuit } from "../contract/notice";
import type { WaitingNotice } from "../store/notice/pending-notices";
import type { Mark } from "../store/notice/settle-notices";
import { circuitWord, createCircuit } from "./circuit";
import { Absent, afterDelivery, afterExpiry, afterFailure } from "./retry";

/** Gives one notice to a receiver; rejects with an error of `retry`. */
export type Give = (notice: WaitingNotice, signal: AbortSignal) => Promise<void>;

export type LaneParts = {
  receiver: string;
  give: Give;
  /** The oldest that wait for this receiver, in order. */
  pending(receiver: string, limit: number): Promise<WaitingNotice[]>;
  settle(marks: readonly Mark[]): Promise<void>;
  /** Runs a try within the bounds that all receivers share: how many at once, how long each. */
  within(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  cityNow(): number;
  wallNow(): number;
  random(): number;
  /** Calls `then` after a time; gives what takes the call back. */
  after(ms: number, then: () => void): () => void;
  onError(error: unknown): void;
};
export type LaneCounts = { delivered: number; failed: number; dead: number };

/** Given without a look at the disk in between; what of it was given before a crash is given again. */
const PAGE = 50;
/** The circuit or the disk said no: looked at again after this. */
const PAUSE_MS = 1000;

/** One receiver's line: its notices one after the other, in the order of their commits. It waits for nobody else's. */
export class Lane {
  readonly counts: LaneCounts = { delivered: 0, failed: 0, dead: 0 };
  lastFailure: { at: number; error: string } | null = null;
  private circuit = createCircuit();
  private readonly parts: LaneParts;
  private running: Promise<void> | null = null;
  private asked = false;
  private stopped = false;
  private hurry = false;
  private endPause: () => void = () => undefined;

  constructor(parts: LaneParts) {
    this.parts = parts;
  }

  get circuitState(): Circuit {
    return circuitWord(this.circuit);
  }

  /** Something waits for this receiver. A lane that waits for its next try goes on waiting. */
  wake(): void {
    this.asked = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.asked && !this.stopped) this.wake();
    });
  }

  /** Tries now: somebody mended the receiver. */
  retryNow(): void {
    this.circuit = createCircuit();
    this.hurry = true;
    this.endPause();
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.asked && !this.stopped) {
      this.asked = false;
      await this.drain().catch(async (error: unknown) => {
        // the disk refused: what was given stays unmarked, and is given again
        this.parts.onError(error);
        this.asked = true;
        await this.pause(PAUSE_MS);
      });
    }
  }

  private async drain(): Promise<void> {
    for (;;) {
      const page = await this.parts.pending(this.parts.receiver, PAGE);
      const head = page[0];
      if (!head || this.stopped) return;
      const waits = this.hurry ? 0 : (head.nextAttemptAt ?? 0) - this.parts.wallNow();
      this.hurry = false;
      if (waits > 0) await this.pause(waits);
      else if (!(await this.giveAll(page))) return;
    }
  }

  /** Gives a page up to the first that does not arrive; false where the receiver has to come back first. */
  private async giveAll(page: readonly WaitingNotice[]): Promise<boolean> {
    const marks: Mark[] = [];
    let goesOn = true;
    for (const notice of page) {
      if (this.stopped) break;
      const mark = await this.tryOne(notice);
      if (mark) marks.push(mark);
      else goesOn = false;
      if (mark?.state !== "delivered") break;
    }
    await this.parts.settle(marks);
    for (const { state } of marks) this.count(state);
    return goesOn;
  }

  /** How the try ended; null where there was none. */
  private async tryOne(notice: WaitingNotice): Promise<Mark | null> {
    const { give, within, cityNow, wallNow, random } = this.parts;
    if (notice.expiresAt !== null && notice.expiresAt <= cityNow()) return afterExpiry(notice, wallNow());
    try {
      await this.circuit.execute(() => within((signal) => give(notice, signal)));
      return afterDelivery(notice, wallNow());
    } catch (error) {
      if (error instanceof Absent || this.stopped) return null;
      if (error instanceof BrokenCircuitError) return this.later();
      const known = error instanceof Error ? error : new Error(String(error));
      this.lastFailure = { at: wallNow(), error: known.message };
      return afterFailure(notice, known, wallNow(), random);
    }
  }

  private async later(): Promise<null> {
    this.asked = true;
    await this.pause(PAUSE_MS);
    return null;
  }

  private count(state: Mark["state"]): void {
    if (state === "delivered") this.counts.delivered++;
    else if (state === "dead") this.counts.dead++;
    else this.counts.failed++;
  }

  private pause(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const takeBack = this.parts.after(ms, resolve);
      this.endPause = () => {
        takeBack();
        resolve();
      };
    });
  }
}
