import type { Alert } from "../contract/alert";
import type { Incident } from "../contract/incident";
import type { PastNoun, ToldFrame, ToldRow } from "../contract/past";
import { shownOf } from "../contract/past-shown";
import type { Content } from "./rooms";
import { type Said, saidIn } from "./said-in";

/** Rows between two frames: what a moment of the past costs at most. */
const FRAME_EVERY = 2000;
/** Rows that wait for a disk that refuses; beyond that they are let go, and what stands then is written down anew. */
const MOST_WAITING = 50_000;

type Kept = { seq: number; body: string };
export type Pending = { rows: readonly ToldRow[]; frame: ToldFrame | null };

/**
 * Writes down what the screens are told, so that the past can be shown as it was shown. Holds what is in force: what is told again
 * unchanged is not written again. It does no I/O: somebody stores what is `pending` and says that it is `written`.
 */
export class Chronicle {
  private readonly inForce = new Map<string, Kept>();
  /** How many streams of a device are in a state that is kept. */
  private readonly ailing = new Map<string, number>();
  private waiting: ToldRow[] = [];
  private seq: number;
  private framedAt: number;
  private readonly frameEvery: number;
  /** Rows in one transaction. */
  private readonly atOnce: number;
  /** Something may have been missed, before this start or while nothing could be stored: what stands has to be told whole. */
  gap = true;

  /** `rows`: what is in force in the database; `lastSeq` and `lastFrame`: its newest row and frame, 0 where there are none. */
  constructor(rows: readonly ToldRow[], lastSeq: number, lastFrame: number, frameEvery = FRAME_EVERY) {
    this.frameEvery = frameEvery;
    this.atOnce = Math.max(1, Math.floor(frameEvery / 4));
    this.seq = lastSeq;
    this.framedAt = lastFrame;
    for (const { noun, thing, body, seq } of rows) if (body !== null) this.put(noun, thing, { seq, body });
  }

  get busy(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes what is told at `now` (UTC ms of the city's clock). */
  take(now: number, content: Content): void {
    for (const said of this.said(content)) this.write(now, said);
    if (this.waiting.length <= MOST_WAITING) return;
    // their seq is given to others: nobody has seen them
    this.seq -= this.waiting.length;
    this.waiting = [];
    this.inForce.clear();
    this.ailing.clear();
    this.gap = true;
  }

  private said(content: Content): Generator<Said> {
    return saidIn(content, (deviceId) => this.ailing.has(deviceId));
  }

  /** Takes everything that stands, as a new start finds it: what is in force and is not among it is gone. */
  takeAll(now: number, content: Content): void {
    this.gap = false;
    const standing = new Set<string>();
    for (const said of this.said(content)) {
      standing.add(key(said.noun, said.thing));
      this.write(now, said);
    }
    for (const known of [...this.inForce.keys()]) {
      const [noun, thing] = parts(known);
      if (!standing.has(known) && told.has(noun)) this.write(now, { noun, thing, body: null });
    }
  }

  private write(now: number, { noun, thing, body }: Said): void {
    const known = this.inForce.get(key(noun, thing));
    if (body === (known?.body ?? null)) return;
    this.seq++;
    this.waiting.push({ seq: this.seq, at: now, noun, thing, body });
    this.put(noun, thing, body === null ? null : { seq: this.seq, body });
  }

  private put(noun: PastNoun, thing: string, kept: Kept | null): void {
    const had = this.inForce.has(key(noun, thing));
    if (kept) this.inForce.set(key(noun, thing), kept);
    else this.inForce.delete(key(noun, thing));
    if (noun !== "state" || had === (kept !== null)) return;
    const device = thing.slice(0, thing.indexOf(" "));
    const count = (this.ailing.get(device) ?? 0) + (kept ? 1 : -1);
    if (count > 0) this.ailing.set(device, count);
    else this.ailing.delete(device);
  }

  /** What has to be stored next: some rows at a time, so that the city has its turn. A frame is of all that was taken. */
  pending(): Pending {
    const last = this.waiting.at(-1);
    const whole = this.waiting.length <= this.atOnce;
    if (!last || !whole || last.seq - this.framedAt < this.frameEvery)
      return { rows: this.waiting.slice(0, this.atOnce), frame: null };
    this.forget();
    const rows = [...this.inForce.values()].map((kept) => kept.seq).sort((a, b) => a - b);
    return { rows: this.waiting, frame: { seq: last.seq, at: last.at, rows } };
  }

  written({ rows, frame }: Pending): void {
    this.waiting = this.waiting.slice(rows.length);
    if (frame) this.framedAt = frame.seq;
  }

  /** What has ended long ago is not carried from frame to frame. */
  private forget(): void {
    const kept = <T>(noun: PastNoun) =>
      [...this.inForce].filter(([id]) => parts(id)[0] === noun).map(([, { body }]) => JSON.parse(body) as T);
    const [alerts, incidents] = [kept<Alert>("alert"), kept<Incident>("incident")];
    const shown = shownOf(alerts, incidents);
    const ids = { alert: new Set(shown.alerts.map((a) => a.id)), incident: new Set(shown.incidents.map((i) => i.id)) };
    for (const { id } of alerts) if (!ids.alert.has(id)) this.inForce.delete(key("alert", id));
    for (const { id } of incidents) if (!ids.incident.has(id)) this.inForce.delete(key("incident", id));
  }
}

/** Streams that are fresh are not told, and what ended long ago is no longer told: that these are missing says nothing. */
const told: ReadonlySet<PastNoun> = new Set(["device", "zone", "agency", "unit", "state", "link"]);

const key = (noun: PastNoun, thing: string): string => `${noun}\n${thing}`;
const parts = (known: string): [PastNoun, string] => {
  const end = known.indexOf("\n");
  return [known.slice(0, end) as PastNoun, known.slice(end + 1)];
};
