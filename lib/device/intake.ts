import type { Clock } from "../base/clock";
import type { WireReading } from "../contract/reading";
import type { Keep } from "./keep";

/** A reading as it is measured: where the sensor has no time of its own, `at` is left out and becomes now, by the city's clock. */
export type Measured = Omit<WireReading, "at"> & { at?: WireReading["at"] };

export type Intake = {
  /** Keeps readings. Those of one call without a time are of one instant. */
  add(readings: readonly Measured[]): void;
  /** The city said `serverTime` when the device's own clock said `own`; both UTC ms. */
  learn(serverTime: number, own: number): void;
};

const MOVED_AT_ONCE = 1000;
/** A correction that steps back by less is smoothed: two readings of one stream are never of one instant. */
const SMOOTHED_MS = 1000;

/** Gives every reading its time before it is queued, so that the same reading always goes out with the same one. */
export function createIntake({ queue, untimed, correction }: Keep, clock: Clock): Intake {
  let offset: number | null = null;
  let last = Number.NEGATIVE_INFINITY;

  const instant = () => {
    const at = Math.round(clock.now() + (offset ?? 0));
    last = at <= last && last - at < SMOOTHED_MS ? last + 1 : at;
    return last;
  };
  const correct = (by: number) => {
    correction.write(by);
    for (let batch = untimed.oldest(MOVED_AT_ONCE); batch.readings.length > 0; batch = untimed.oldest(MOVED_AT_ONCE)) {
      const timed = batch.readings.map((reading) => ({ ...reading, at: Number(reading.at) + by }));
      queue.add(timed);
      untimed.drop(batch.end);
      last = Number(timed.at(-1)?.at);
    }
    correction.clear();
  };

  // a correction that a power cut broke off: what is moved already has its time by this
  const left = correction.read();
  if (left !== null) correct(left);
  return {
    add(readings) {
      const given = readings.filter((reading) => reading.at !== undefined) as WireReading[];
      const timed = given.length === readings.length ? given : withTimes(readings, instant);
      if (offset !== null || given.length === readings.length) return queue.add(timed);
      queue.add(given);
      untimed.add(timed.filter((_, i) => readings[i]?.at === undefined));
    },
    learn(serverTime, own) {
      offset = Math.round(serverTime - own);
      if (untimed.size() > 0) correct(offset);
    },
  };
}

/** Readings without a time are of the next instant; the same stream again begins another. */
function withTimes(readings: readonly Measured[], instant: () => number): WireReading[] {
  const seen = new Set<string>();
  let now = instant();
  return readings.map((reading) => {
    if (reading.at !== undefined) return reading as WireReading;
    const stream = `${reading.deviceId ?? ""}\n${reading.stream}`;
    if (seen.has(stream)) {
      seen.clear();
      now = instant();
    }
    seen.add(stream);
    return { ...reading, at: now };
  });
}
