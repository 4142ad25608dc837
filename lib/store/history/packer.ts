import { KEEP, type Keep } from "../../kinds/keep";
import { AGE_MS, dueStreams } from "./due";
import { expireStep } from "./expire-step";
import type { History } from "./history";
import { countLate } from "./late";
import { DAYS, slotOf } from "./level";
import { loadStep } from "./load-step";
import { deleteLog, logStart, logTimeAfter } from "./log";
import { allPackedTo } from "./marks";
import { packStep } from "./pack-step";
import { PACK_READINGS } from "./packs";
import { MOST_READINGS } from "./tails";

const DELETED_A_STEP = 4000;
/** Streams that a step asks at most whether they have something to let go. */
const ASKED_A_STEP = 20;
/** After this many steps the packer moves what they wrote from SQLite's log into its file: where nobody commits, nobody else does. */
const STEPS_A_CHECKPOINT = 100;

/** What a step did. */
export type Step = "load" | "pack" | "delete" | "expire" | "checkpoint";
export type PackerOptions = {
  history: History;
  /** How long streams are kept that say something else than KEEP; asked once a day. */
  keeps(): ReadonlyMap<number, Keep>;
  /** A stream whose packs cannot be read is left alone from then on, and everybody else goes on. */
  onSick(stream: number, error: unknown): void;
};

/**
 * Keeps the history: packs what waits, deletes from the log what is packed, lets go what is older than it is kept, in small
 * steps. What a crash leaves undone is done later.
 */
export class Packer {
  /** Readings packed since the start. */
  packed = 0;
  private readonly options: PackerOptions;
  private readonly sick = new Set<number>();
  private readonly lateSeen = new Map<number, number>();
  private begun = false;
  private expiredDay = Number.NaN;
  private round: Generator<Step> | null = null;
  private stepsWritten = 0;

  constructor(options: PackerOptions) {
    this.options = options;
  }

  /**
   * One step, a few milliseconds; null where nothing is left to do for now. Inside the store's turn. `now` is the city's clock,
   * UTC ms: what is old follows the recording in an exercise. Throws what the disk refuses; the next call begins anew.
   */
  step(now: number): Step | null {
    if (this.stepsWritten >= STEPS_A_CHECKPOINT) return this.checkpoint();
    const round = this.round ?? this.work(now);
    // a generator that throws is at its end
    this.round = null;
    const { done, value } = round.next();
    if (done) return null;
    this.round = round;
    if (value !== "load") this.stepsWritten++;
    return value;
  }

  private checkpoint(): Step {
    this.stepsWritten = 0;
    this.options.history.writer.checkpoint();
    return "checkpoint";
  }

  private *work(now: number): Generator<Step> {
    const { history } = this.options;
    if (!this.begun) for (const [stream, count] of countLate(history.writer)) history.late.set(stream, count);
    this.begun = true;
    if (!history.tails.complete) yield* this.catchUp();
    for (const [stream, mayStay] of dueStreams(history.tails, now)) yield* this.pack(stream, mayStay);
    for (const stream of this.dueLate(now)) yield* this.pack(stream, 0);
    yield* this.deletePacked();
    yield* this.expire(now);
  }

  /** Loads what is on the disk alone, as much as memory may hold at a time; what is loaded is packed to make room for the rest. */
  private *catchUp(): Generator<Step> {
    const { history } = this.options;
    const { tails } = history;
    for (let packedTo = allPackedTo(history.writer); !tails.complete; packedTo = allPackedTo(history.writer)) {
      while (!tails.complete && tails.total < MOST_READINGS) {
        loadStep(history, packedTo);
        yield "load";
      }
      if (!tails.complete) for (const [stream] of [...tails.filled()]) yield* this.pack(stream, 0);
      yield* this.deletePacked();
      // only what cannot be packed is left: the memory has no room for more
      if (tails.total >= MOST_READINGS) return;
    }
    for (const [, tail] of tails.filled()) tail.seenAt ??= tail.first;
  }

  /** Packs a stream until at most `mayStay` readings wait. */
  private *pack(stream: number, mayStay: number): Generator<Step> {
    const { history } = this.options;
    const waits = () =>
      (history.tails.of(stream)?.length ?? 0) > mayStay || (mayStay === 0 && history.late.has(stream));
    for (let count = 1; count > 0 && waits() && !this.sick.has(stream); ) {
      count = this.tried(stream);
      this.packed += count;
      yield "pack";
    }
  }

  private tried(stream: number): number {
    try {
      return packStep(this.options.history, stream);
    } catch (error) {
      // what the disk refuses concerns all; what cannot be read, this stream
      if (error instanceof Error && error.name === "SqliteError") throw error;
      this.sick.add(stream);
      this.options.onSick(stream, error);
      return 0;
    }
  }

  /** Streams with late readings that have waited long enough and did not go along with newer ones. */
  private dueLate(now: number): number[] {
    const { late } = this.options.history;
    for (const stream of this.lateSeen.keys()) if (!late.has(stream)) this.lateSeen.delete(stream);
    for (const stream of late.keys()) if (!this.lateSeen.has(stream)) this.lateSeen.set(stream, now);
    const due = (stream: number, seen: number) => now - seen >= AGE_MS || (late.get(stream) ?? 0) >= PACK_READINGS;
    return [...this.lateSeen].filter(([stream, seen]) => due(stream, seen)).map(([stream]) => stream);
  }

  /** The log's front, as far as every stream is packed. */
  private *deletePacked(): Generator<Step> {
    const { writer: db, tails } = this.options.history;
    for (let start = logStart(db); start !== undefined; start = logStart(db)) {
      const enough = logTimeAfter(db, start, DELETED_A_STEP);
      const end = Math.max(start + 1, Math.min(tails.oldest, enough ?? tails.oldest));
      if (end > tails.oldest) return;
      tails.logRows -= deleteLog(db, end);
      yield "delete";
    }
  }

  /** Once a day of the city's calendar. */
  private *expire(now: number): Generator<Step> {
    const today = slotOf(DAYS, now);
    if (today === this.expiredDay) return;
    const { writer } = this.options.history;
    const keeps = this.options.keeps();
    let asked = 0;
    for (const stream of allPackedTo(writer).keys()) {
      while (!this.sick.has(stream) && expireStep(writer, stream, keeps.get(stream) ?? KEEP, now)) yield "expire";
      if (++asked % ASKED_A_STEP === 0) yield "expire";
    }
    this.expiredDay = today;
  }
}
