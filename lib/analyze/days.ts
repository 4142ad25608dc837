import { DAY, KST_OFFSET_MS } from "../base/clock";
import type { Direction, Measure } from "../contract/measure";
import { median } from "./median";
import { hourOf, isWithin } from "./season";

export type Daily = Extract<Measure, { type: "daily" }>;
type Station = number | string;

/** What a station read on one day: its extreme, and a bit for each hour in which it spoke. */
type Read = { extreme: number; hours: number };

/** A day on which a station was silent for more than a quarter of the hours asked for says nothing about safety. */
const KNOWN_SHARE = 0.75;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Korea's calendar day of an instant (UTC ms), counted from 1970. */
export function dayOf(at: number): number {
  return Math.floor((at + KST_OFFSET_MS) / DAY);
}

/**
 * A zone's days for a rule that asks for `days` days running, of what its `stations` read. Danger is told as soon as today makes the
 * run complete, with the weakest day of the run; safety only by a day that is over and known. A day without enough readings, or
 * with fewer than half of the stations, is unknown: it neither raises nor clears.
 */
export class Days {
  private readonly byDay = new Map<number, Map<Station, Read>>();
  private today = Number.NEGATIVE_INFINITY;
  /** The last day that is over. */
  private over = Number.NEGATIVE_INFINITY;
  private told: number | null = null;
  private readonly rule: Daily;
  private readonly stations: number;
  private readonly raise: number;
  private readonly clear: number;
  /** Judged upwards; a bar below is one above of what is turned round. */
  private readonly sign: 1 | -1;
  private readonly asked: readonly number[];

  constructor(rule: Daily, bar: { direction: Direction; raise: number; clear: number }, stations: number) {
    this.rule = rule;
    this.stations = stations;
    this.sign = bar.direction === "at-or-above" ? 1 : -1;
    this.raise = this.sign * bar.raise;
    this.clear = this.sign * bar.clear;
    this.asked = HOURS.filter((hour) => !rule.hours || isWithin(rule.hours, hour));
  }

  /** Takes a reading (event time, UTC ms; the stream's unit), in any order. */
  push(station: Station, at: number, value: number): void {
    const hour = hourOf(at);
    if (!Number.isFinite(value)) return;
    const reads = this.readsOf(dayOf(at), hour);
    if (!this.asked.includes(hour)) return;
    const before = reads.get(station) ?? { extreme: value, hours: 0 };
    const after = { extreme: Math[this.rule.of](before.extreme, value), hours: before.hours | (1 << hour) };
    if (after.extreme === before.extreme && after.hours === before.hours) return;
    reads.set(station, after);
    this.told = null;
  }

  /** What a rule of days judges now; NaN while it is not known. */
  value(): number {
    this.told ??= this.sign * this.judged();
    return this.told;
  }

  private readsOf(day: number, hour: number): Map<Station, Read> {
    if (day > this.today) {
      this.today = day;
      for (const old of this.byDay.keys()) if (old < day - this.rule.days) this.byDay.delete(old);
    }
    // a day is over when its last hour that is asked for is
    const over = day === this.today && hour > (this.asked.at(-1) ?? hour) ? day : day - 1;
    if (over > this.over) {
      this.over = over;
      this.told = null;
    }
    const reads = this.byDay.get(day) ?? new Map<Station, Read>();
    this.byDay.set(day, reads);
    return reads;
  }

  private judged(): number {
    const now = Math.min(...this.run(this.today, (day) => this.reached(day)));
    const over = this.run(this.over, (day) => this.settled(day));
    const before = Math.min(...over);
    if (now >= this.raise) return Number.isNaN(before) ? now : Math.max(before, now);
    const safest = Math.min(...over.filter((day) => !Number.isNaN(day)));
    return safest <= this.clear ? safest : before;
  }

  private run(last: number, of: (day: number) => number): number[] {
    return Array.from({ length: this.rule.days }, (_, back) => of(last - back));
  }

  /** What a day has come to for certain: today too, where it can only become more dangerous. */
  private reached(day: number): number {
    const grows = (this.rule.of === "max") === (this.sign === 1);
    return grows ? this.zone(day, () => true) : this.settled(day);
  }

  /** What a day was that is over and known. */
  private settled(day: number): number {
    const known = ({ hours }: Read) =>
      this.asked.filter((hour) => hours & (1 << hour)).length >= this.asked.length * KNOWN_SHARE;
    return day <= this.over ? this.zone(day, known) : Number.NaN;
  }

  /** The zone's value of a day, turned upwards; NaN of fewer than half of its stations. */
  private zone(day: number, fits: (read: Read) => boolean): number {
    const extremes = [...(this.byDay.get(day)?.values() ?? [])].filter(fits).map((read) => read.extreme);
    return extremes.length * 2 < this.stations ? Number.NaN : this.sign * across(this.rule.across, extremes);
  }
}

function across(by: Daily["across"], values: number[]): number {
  if (by === "median") return median(values);
  return by === "mean" ? values.reduce((a, b) => a + b, 0) / values.length : Math[by](...values);
}
