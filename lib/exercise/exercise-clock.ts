import type { SteadyClock } from "../base/clock";

const MOST_MADE_GOOD_MS = 1000;

/**
 * The city's clock in an exercise: it stands at an instant of the recording and runs on from there at the given speed, but
 * never beyond the next instant that the recording has, so that the city is never ahead of its own data.
 */
export class ExerciseClock implements SteadyClock {
  private at: number;
  private limit: number;
  private setAt: number;
  private readonly speed: number;
  private readonly wall: SteadyClock;

  constructor(start: number, speed: number, wall: SteadyClock) {
    this.at = start;
    this.limit = start;
    this.speed = speed;
    this.wall = wall;
    this.setAt = wall.steady();
  }

  now(): number {
    if (this.limit === this.at || !Number.isFinite(this.speed)) return this.limit;
    return Math.round(Math.min(this.limit, this.at + (this.wall.steady() - this.setAt) * this.speed));
  }

  /** The recording is the only time there is, and nobody sets it. */
  steady(): number {
    return this.now();
  }

  /** Lets it run on from where it stands, up to `limit` (UTC ms). */
  runOn(limit: number): void {
    this.limit = Math.max(this.at, limit);
  }

  /** Stands at `at`, never earlier than before. What the city took to answer is made good, up to a second of the wall. */
  set(at: number): void {
    const reached = Math.max(this.now(), at);
    const due = this.setAt + (reached - this.at) / this.speed;
    const wall = this.wall.steady();
    this.setAt = Math.max(Math.min(due, wall), wall - MOST_MADE_GOOD_MS);
    this.at = reached;
    this.limit = reached;
  }

  /** Milliseconds of the wall until the clock has run to `at`; 0 at unbounded speed. */
  waitMs(at: number): number {
    return Math.max(0, (at - this.now()) / this.speed);
  }
}
