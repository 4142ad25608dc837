import type { ValueDelta } from "../contract/live";

/** At most ten values a second of each stream. */
const SPACING_MS = 100;
/** Streams whose time comes within the same slot are told together. */
const SLOT_MS = 10;
const SLOTS = SPACING_MS / SLOT_MS;
/** Sending may take this share of the time: the more it costs (screens, values), the more of them go in one message. */
const SHARE = 0.1;
/** Of a cost that was measured, how much the next one believes. */
const BELIEF = 0.2;

type Stream = { sentSlot: number; value: ValueDelta | null };
type Parts = { send(values: ValueDelta[]): void; steady(): number };

/**
 * Values on their way to the screens: the newest of each stream, at most ten times a second; a lone one goes at once. How long
 * one message waits for the next is measured: a tenth of the time goes into sending, whatever the number of screens.
 */
export class ValueThrottle {
  private readonly streams = new Map<number, Stream>();
  /** May go now. */
  private ready: Stream[] = [];
  /** Streams that spoke less than 100 ms ago and have something newer, by the slot in which they may speak again. */
  private readonly held = new Map<number, Stream[]>();
  private timer: NodeJS.Timeout | null = null;
  private costMs = 0;
  private sentAt = Number.NEGATIVE_INFINITY;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  offer(values: Iterable<[stream: number, value: ValueDelta]>): void {
    const now = this.parts.steady();
    const slot = Math.floor(now / SLOT_MS);
    for (const [id, value] of values) this.take(id, value, slot);
    if (this.ready.length > 0 && now >= this.dueAt) this.flush(now);
    else this.wake(now);
  }

  private take(id: number, value: ValueDelta, slot: number): void {
    let stream = this.streams.get(id);
    if (!stream) {
      stream = { sentSlot: Number.NEGATIVE_INFINITY, value: null };
      this.streams.set(id, stream);
    }
    const waits = stream.value !== null;
    stream.value = value;
    if (waits) return;
    const due = stream.sentSlot + SLOTS;
    if (due <= slot) this.ready.push(stream);
    else {
      const together = this.held.get(due);
      if (together) together.push(stream);
      else this.held.set(due, [stream]);
    }
  }

  /** When the next message may go. */
  private get dueAt(): number {
    return this.sentAt + Math.min(SPACING_MS, this.costMs / SHARE);
  }

  private wake(now: number): void {
    if (this.timer || (this.ready.length === 0 && this.held.size === 0)) return;
    const nextSlot = this.held.size > 0 ? (Math.floor(now / SLOT_MS) + 1) * SLOT_MS : Number.POSITIVE_INFINITY;
    const next = this.ready.length > 0 ? Math.min(this.dueAt, nextSlot) : nextSlot;
    this.timer = setTimeout(() => this.look(), Math.max(1, next - now));
  }

  private look(): void {
    this.timer = null;
    const now = this.parts.steady();
    const slot = Math.floor(now / SLOT_MS);
    for (const [due, streams] of this.held) {
      if (due > slot) continue;
      this.held.delete(due);
      this.ready.push(...streams);
    }
    if (this.ready.length > 0 && now >= this.dueAt) this.flush(now);
    else this.wake(now);
  }

  private flush(now: number): void {
    // rounded up: never less than 100 ms until it speaks again
    const slot = Math.ceil(now / SLOT_MS);
    const values: ValueDelta[] = [];
    for (const stream of this.ready) {
      if (stream.value) values.push(stream.value);
      stream.value = null;
      stream.sentSlot = slot;
    }
    this.ready = [];
    this.parts.send(values);
    this.sentAt = this.parts.steady();
    this.costMs += (this.sentAt - now - this.costMs) * BELIEF;
    this.wake(this.sentAt);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}
