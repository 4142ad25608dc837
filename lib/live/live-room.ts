import type { Delta } from "../contract/live";
import type { LiveLimits } from "./limits";
import { Line, type Wire } from "./line";
import { type Message, sharedPart, snapshotMessage } from "./message";
import { type Logged, RoomLog, weightOf } from "./room-log";

/** What of a snapshot is one screen's own: who sits there, and what time it is. The rest is the room's. */
export type Own = () => object;
export type Cut = (cursor: string) => object;
type Shared = { number: number; part: Buffer };

/** A snapshot serves those who come later, with the deltas since, until these weigh more than this share of it (or of `littleBytes`). */
const WORN_SHARE = 0.25;
/** A room that was left keeps its deltas for so long, ms: its screens come back. */
const KEEP_MS = 60_000;

/** One room of /live: its screens, and what they were told. Everything is made into bytes once, whoever hears it. */
export class LiveRoom {
  readonly lines = new Map<Line, Own>();
  /** Screens that came back by their cursor, that got a snapshot, that fell behind; and snapshots that were cut. */
  readonly counts = { resumed: 0, snapshots: 0, fellBehind: 0, cuts: 0, messages: 0, bytes: 0 };
  private readonly behind = new Set<Line>();
  readonly log: RoomLog;
  private readonly cut: Cut;
  private shared: Shared | null = null;
  private leftAt = Number.NEGATIVE_INFINITY;
  private readonly limits: LiveLimits;

  /** `scope`: see RoomLog. `cut` makes the room's part of a snapshot: everything but what is a screen's own. */
  constructor(scope: string, cut: Cut, limits: LiveLimits) {
    this.log = new RoomLog(scope, limits);
    this.cut = cut;
    this.limits = limits;
  }

  /** Whether somebody listens, or may come back for what is told now. `steady`: ms. */
  heard(steady: number): boolean {
    return this.lines.size > 0 || steady - this.leftAt < KEEP_MS;
  }

  tell(content: Omit<Delta, "cursor">): void {
    const logged = this.log.add(content);
    this.counts.messages++;
    for (const line of this.lines.keys()) if (!line.behind) this.hand(line, logged.message, logged.number);
  }

  /** A screen comes: it gets what it missed since its cursor, or a snapshot. */
  join(wire: Wire, own: Own, cursor: unknown): Line {
    const line = new Line(wire, this.limits.waitingBytes);
    this.lines.set(line, own);
    if (this.serve(line, own, this.log.numberOf(cursor))) this.counts.resumed++;
    return line;
  }

  leave(line: Line, steady: number): void {
    this.lines.delete(line);
    this.behind.delete(line);
    if (this.lines.size === 0) this.leftAt = steady;
  }

  /** Brings up to date who was behind and has read all that waited. */
  catchUp(): void {
    for (const line of [...this.behind]) {
      const own = this.lines.get(line);
      if (!own || !line.idle) continue;
      this.behind.delete(line);
      line.behind = false;
      this.serve(line, own, line.reached);
    }
  }

  /** Screens that are behind, and the bytes that wait for all. */
  get waiting(): { behind: number; bytes: number } {
    let bytes = 0;
    for (const line of this.lines.keys()) bytes += line.waiting;
    return { behind: this.behind.size, bytes };
  }

  /** What was missed after `number`, or where that is too much or unknown a snapshot. True where it was what was missed. */
  private serve(line: Line, own: Own, number: number | null): boolean {
    const missed = number === null ? null : this.log.after(number);
    if (missed && this.isLess(missed)) {
      this.handAll(line, missed);
      return true;
    }
    const { part, number: at } = this.snapshot();
    this.counts.snapshots++;
    if (this.hand(line, snapshotMessage(own(), part), at)) this.handAll(line, this.log.after(at) ?? []);
    return false;
  }

  private isLess(missed: readonly Logged[]): boolean {
    const weight = weightOf(missed);
    return weight <= this.limits.littleBytes || weight <= this.snapshot().part.length;
  }

  private handAll(line: Line, all: readonly Logged[]): void {
    for (const { message, number } of all) if (!this.hand(line, message, number)) return;
  }

  private hand(line: Line, message: Message, number: number): boolean {
    this.counts.bytes += message.bytes;
    if (line.send(message, number)) return true;
    this.behind.add(line);
    this.counts.fellBehind++;
    return false;
  }

  private snapshot(): Shared {
    const since = this.shared && this.log.after(this.shared.number);
    const worn = WORN_SHARE * Math.max(this.limits.littleBytes, this.shared?.part.length ?? 0);
    if (this.shared && since && weightOf(since) <= worn) return this.shared;
    this.counts.cuts++;
    this.shared = { number: this.log.newest, part: sharedPart(this.cut(this.log.cursor)) };
    return this.shared;
  }
}
