import type { Delta } from "../contract/live";

const KEEP = 4096;

/** The last deltas of one room, so that a screen that was away gets what it missed. A cursor is `boot.number`. */
export class RoomLog {
  private readonly kept: Delta[] = [];
  private count = 0;
  private readonly boot: string;

  constructor(boot: string) {
    this.boot = boot;
  }

  get cursor(): string {
    return `${this.boot}.${this.count}`;
  }

  /** Numbers a delta and keeps it. */
  add(content: Omit<Delta, "cursor">): Delta {
    this.count++;
    const delta = { ...content, cursor: this.cursor };
    this.kept.push(delta);
    if (this.kept.length > 2 * KEEP) this.kept.splice(0, KEEP);
    return delta;
  }

  /** Everything after the cursor, in order; null where it is of another start of the city or too long ago: a snapshot is due. */
  since(cursor: string | undefined): Delta[] | null {
    const [boot, text] = (cursor ?? "").split(".");
    const number = Number(text);
    if (boot !== this.boot || !Number.isInteger(number) || number > this.count) return null;
    const missed = this.count - number;
    return missed <= this.kept.length ? this.kept.slice(this.kept.length - missed) : null;
  }
}
