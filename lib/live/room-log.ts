import type { Delta } from "../contract/live";
import { LIVE_LIMITS } from "./limits";
import { deltaMessage, type Message } from "./message";

/** A delta as it was sent; `total`: bytes of all deltas of the room up to this one. */
export type Logged = { number: number; message: Message; total: number };

/** Deltas that are forgotten and not let go yet. */
const MOST_FORGOTTEN = 64;

/** The last deltas of one room as they were sent, so that a screen that was away gets what it missed. A cursor is `scope.number`. */
export class RoomLog {
  private kept: Logged[] = [];
  private head = 0;
  private number = 0;
  private total = 0;
  private readonly scope: string;
  private readonly limits: typeof LIVE_LIMITS;

  /** `scope` is of this start of the city and of this room: a cursor of another one gives nothing here. */
  constructor(scope: string, limits = LIVE_LIMITS) {
    this.scope = scope;
    this.limits = limits;
  }

  /** The number of the newest delta. */
  get newest(): number {
    return this.number;
  }

  get cursor(): string {
    return `${this.scope}.${this.number}`;
  }

  /** Bytes kept. */
  get bytes(): number {
    return this.total - (this.kept[this.head]?.total ?? this.total) + (this.kept[this.head]?.message.bytes ?? 0);
  }

  /** Numbers a delta, makes it the message that every screen gets, and keeps it. */
  add(content: Omit<Delta, "cursor">): Logged {
    this.number++;
    const message = deltaMessage({ cursor: this.cursor, ...content });
    this.total += message.bytes;
    const logged = { number: this.number, message, total: this.total };
    this.kept.push(logged);
    const { logDeltas, logBytes } = this.limits;
    while (this.kept.length - this.head > logDeltas || this.bytes > logBytes) this.head++;
    if (this.head > MOST_FORGOTTEN) this.compact();
    return logged;
  }

  /** A delta that nobody hears: counted, and nothing before it can be resumed. */
  pass(): void {
    this.number++;
    this.head = this.kept.length;
    this.compact();
  }

  private compact(): void {
    this.kept = this.kept.slice(this.head);
    this.head = 0;
  }

  /** The number in a cursor, whatever somebody sent as one; null where it is none of this log. */
  numberOf(cursor: unknown): number | null {
    if (typeof cursor !== "string") return null;
    const dot = cursor.lastIndexOf(".");
    const text = cursor.slice(dot + 1);
    return cursor.slice(0, dot) === this.scope && /^\d{1,15}$/.test(text) ? Number(text) : null;
  }

  /** Everything after a number, in order; null where that is too long ago, or still to come: a snapshot is due. */
  after(number: number): readonly Logged[] | null {
    const missed = this.number - number;
    if (missed < 0 || missed > this.kept.length - this.head) return null;
    return this.kept.slice(this.kept.length - missed);
  }
}

/** Bytes of what was missed. */
export function weightOf(missed: readonly Logged[]): number {
  const [first, last] = [missed[0], missed.at(-1)];
  return first && last ? last.total - first.total + first.message.bytes : 0;
}
