/**
 * The city's clock as this screen knows it: when the screen's own time was `wall` it was `city`, and it runs `speed` times as
 * fast; or it `stands`, as an exercise's does after the last reading of its recording.
 */
export type CityClock = { city: number; wall: number; speed: number; stands?: true };

export const stoppedClock: CityClock = { city: 0, wall: 0, speed: 0 };

/** What the city's clock shows at an instant of the screen's own time (screenNow), UTC ms. */
export function cityNow(clock: CityClock, wall: number): number {
  return clock.stands ? clock.city : Math.round(clock.city + (wall - clock.wall) * clock.speed);
}

/**
 * The clock after the city told its time. A difference below `JITTER_MS` of the screen's time is the network's, not the clock's:
 * following it would make the seconds stutter. Whatever is more is followed at once: somebody has set the city's clock. A city
 * that tells the same instant again has a clock that stands.
 */
export function setClock(clock: CityClock, told: { city: number; speed: number }, wall: number): CityClock {
  if (told.city === clock.city && wall - clock.wall >= JITTER_MS) {
    return clock.stands ? clock : { city: told.city, wall, speed: told.speed, stands: true };
  }
  const drift = Math.abs(cityNow(clock, wall) - told.city);
  if (clock.speed === told.speed && drift < JITTER_MS * Math.max(1, told.speed)) return clock;
  return { city: told.city, wall, speed: told.speed };
}

const JITTER_MS = 250;
