import type { HistoryDb } from "./history-db";
import { lateBetween } from "./late";
import { DAYS, type Level, MINUTES, PAGE_SLOTS, pageOf, RAW, type RollupLevel, slotOf, slotStart } from "./level";
import { keptFrom, type Mark, readMark } from "./marks";
import { packedBetween } from "./packs";
import type { RollupPage, Sink } from "./rollup";
import { pagesBetween } from "./rollup-rows";
import type { Run } from "./run";

/**
 * Gives what the database knows of a stream with from ≤ at ≤ to (UTC ms), but for the log, to a sink: whole minutes, hours or
 * days as rollups where `level` allows it, readings for the rest. Where a level is no longer kept the next coarser one answers;
 * its rollups count where their last reading lies.
 */
export function collect(db: HistoryDb, stream: number, level: Level, from: number, to: number, sink: Sink): void {
  new Collector(db, stream, sink).whole(level, from, to);
  tell(lateBetween(db, stream, from, to), sink);
}

export function tell(run: Run, sink: Sink): void {
  for (let i = 0; i < run.at.length; i++) sink.add(run.at[i] ?? 0, run.value[i] ?? 0);
}

class Collector {
  private readonly db: HistoryDb;
  private readonly stream: number;
  private readonly sink: Sink;
  private readonly mark: Mark;

  constructor(db: HistoryDb, stream: number, sink: Sink) {
    [this.db, this.stream, this.sink] = [db, stream, sink];
    this.mark = readMark(db, stream);
  }

  /** Whole slots at `level`, what sticks out at both ends one level finer. */
  whole(level: Level, from: number, to: number): void {
    if (from > to) return;
    const start = this.fromKept(level, from, to);
    if (start > to) return;
    if (level === RAW) this.readings(start, to);
    else this.rollups(level, start, to);
  }

  private rollups(level: RollupLevel, from: number, to: number): void {
    const first = slotOf(level, from - 1) + 1;
    const end = Math.max(first, slotOf(level, to + 1));
    this.whole(finer(level), from, Math.min(to, slotStart(level, first) - 1));
    if (first < end) this.slots(level, first, end);
    this.whole(finer(level), Math.max(from, slotStart(level, end)), to);
  }

  /** Answers more coarsely what `level` no longer has; gives where that ends and `level` begins. */
  private fromKept(level: Level, from: number, to: number): number {
    const kept = keptFrom(this.mark, level);
    if (from >= kept || level === DAYS) return from;
    this.coarse(coarser(level), from, Math.min(to, kept - 1));
    return kept;
  }

  private coarse(level: RollupLevel, from: number, to: number): void {
    const start = this.fromKept(level, from, to);
    for (const page of pagesBetween(this.db, this.stream, level, pageOf(level, start), pageOf(level, to)))
      for (const slot of page.filled()) {
        const last = page.lastAt[slot] ?? 0;
        if (last >= start && last <= to) page.tell(slot, this.sink);
      }
  }

  private readings(from: number, to: number): void {
    for (const run of packedBetween(this.db, this.stream, from, to)) tell(run, this.sink);
  }

  /** Slots first ≤ slot < end. Minutes are not there for every page: where they are missing the readings answer. */
  private slots(level: RollupLevel, first: number, end: number): void {
    let open = first;
    const gap = (until: number) => {
      if (level === MINUTES && open < until) this.readings(slotStart(level, open), slotStart(level, until) - 1);
    };
    const [low, high] = [Math.floor(first / PAGE_SLOTS), Math.floor((end - 1) / PAGE_SLOTS)];
    for (const page of pagesBetween(this.db, this.stream, level, low, high)) {
      gap(Math.min(end, page.page * PAGE_SLOTS));
      this.page(page, Math.max(first, page.page * PAGE_SLOTS), Math.min(end, (page.page + 1) * PAGE_SLOTS));
      open = (page.page + 1) * PAGE_SLOTS;
    }
    gap(end);
  }

  private page(page: RollupPage, first: number, end: number): void {
    const base = page.page * PAGE_SLOTS;
    for (let slot = first - base; slot < end - base; slot++)
      if ((page.count[slot] ?? 0) > 0) page.tell(slot, this.sink);
  }
}

const finer = (level: RollupLevel): Level => (level - 1) as Level;
const coarser = (level: Exclude<Level, typeof DAYS>): RollupLevel => (level + 1) as RollupLevel;
