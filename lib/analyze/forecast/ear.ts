import { HOUR } from "../../base/clock";
import { Heard } from "../heard";
import type { WatchedStream } from "../plan";
import { LOOK_BACK_MS } from "./look-back";
import { Series } from "./series";

const KEPT_MS = LOOK_BACK_MS + 6 * HOUR;

/** What is heard of one stream and believed: a reading that cannot be true waits for a second one, as the watch has it wait. */
export class Ear {
  readonly series = new Series();
  private readonly heard: Heard;
  /** What the group that is being judged has added. */
  private added: number[] = [];
  private marked = false;

  constructor({ plausible, staleAfterMs }: Pick<WatchedStream, "plausible" | "staleAfterMs">) {
    this.heard = new Heard(plausible, staleAfterMs);
  }

  /** Takes a reading newer than all before; false where it is not believed yet. */
  take(at: number, value: number): boolean {
    if (!this.marked) this.heard.mark();
    this.marked = true;
    const { doubtAt, doubtValue } = this.heard;
    const word = this.heard.take(at, value);
    if (word === "doubted") return false;
    if (word === "confirmed") this.add(doubtAt, doubtValue);
    this.add(at, value);
    return true;
  }

  /** Takes what was stored before or comes late. */
  recall(at: number, value: number): void {
    if (at > this.heard.at) this.take(at, value);
    else this.add(at, value);
  }

  private add(at: number, value: number): void {
    if (this.series.push(at, value)) this.added.push(at);
  }

  /** The group is durable, and what lies too far back is forgotten. */
  settle(): void {
    this.added = [];
    this.marked = false;
    this.series.forget(this.series.newest - KEPT_MS);
  }

  /** The group was not stored: as if it had not been heard. */
  undo(): void {
    for (const at of this.added) this.series.remove(at);
    if (this.marked) this.heard.undo();
    this.added = [];
    this.marked = false;
  }
}
