/** What has passed on this screen, ms since 1970 as its wall stood when the page opened; and both its clocks as they were looked at last. */
export type ScreenClock = { passed: number; wall: number; steady: number };

/**
 * The screen's time after a look at its clocks. A wall that is set back does not take it back (the steady clock goes on), and
 * a laptop that slept has slept (there the steady clock may have stood still, and the wall knows). Pure.
 */
export function lookAt(clock: ScreenClock, wall: number, steady: number): ScreenClock {
  const [byWall, bySteady] = [wall - clock.wall, steady - clock.steady];
  const passed = byWall - bySteady > SLEPT_MS ? byWall : bySteady;
  return { passed: clock.passed + passed, wall, steady };
}

/** The clocks run apart by less than this without a sleep. */
const SLEPT_MS = 2000;

let clock: ScreenClock | null = null;

/** The screen's own time, ms: for how long ago the city was heard, and to run its clock on until it is heard again. Never goes back. */
export function screenNow(): number {
  const [wall, steady] = [Date.now(), performance.now()];
  clock = clock ? lookAt(clock, wall, steady) : { passed: wall, wall, steady };
  return clock.passed;
}
