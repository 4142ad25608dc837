import type { Clock } from "../base/clock";

/**
 * The city's clock in an exercise: it stands at an instant of the recording and runs on from there at the given speed, but
 * never beyond the next instant that the recording has, so that the city is never ahead of its own data.
 */
export class ExerciseClock implements Clock {
  private at: number;
  private limit: number;
  private setAt: number;
  private readonly speed: number;
  private readonly wall: Clock;

  constructor(start: number, speed: number, wall: Clock) {
    this.at = start;
    this.limit = start;
    this.speed = speed;
    this.wall = wall;
    this.setAt = wall.now();
  }

  now(): number {
    if (this.limit === this.at || !Number.isFinite(this.speed)) return this.limit;
    return Math.round(Math.min(this.limit, this.at + (this.wall.now() - this.setAt) * this.speed));
  }

  /** Stands at `at` (never earlier than before) and may run on up to `limit`. All UTC ms. */
  set(at: number, limit = at): void {
    this.at = Math.max(this.now(), at);
    this.limit = Math.max(this.at, limit);
    this.setAt = this.wall.now();
  }

  /** Milliseconds of the wall until the clock has run to `at`; 0 at unbounded speed. */
  waitMs(at: number): number {
    return Math.max(0, (at - this.now()) / this.speed);
  }
}
