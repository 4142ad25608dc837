import type { Place } from "../base/geo";
import type { FieldDevice } from "../device/field-device";
import { drive, type Motion, type Task, wayOf } from "./drive";
import type { Simulator } from "./simulator";

type Parts = {
  id: string;
  /** Where it was last. */
  from: Place;
  /** What it has to do now; null: its unit is gone. */
  task(): Task | null;
  line: Pick<FieldDevice, "send" | "status" | "close">;
};

const LOOK_MS = 2000;
const STANDING_MS = 15_000;
const STATUS_MS = 600_000;
/** A simulator that did not come to run for a while has not driven meanwhile. */
const MOST_S = 10;

/** The tracker of one simulated unit: drives it where its unit is sent, and says where it is. */
export function createDriver({ id, from, task, line }: Parts): Simulator {
  let motion: Motion = { ...from, speed: 0, heading: 0 };
  let [looked, told, said] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const move = (now: number) => {
    const given = task();
    if (!given || looked === Number.NEGATIVE_INFINITY) return;
    const { to, kmh } = wayOf(id, given, now);
    motion = drive(motion, to, kmh, Math.min(MOST_S, (now - looked) / 1000));
  };
  return {
    passTime(now) {
      if (now - looked < LOOK_MS) return;
      const stood = motion.speed === 0;
      move(now);
      looked = now;
      if (stood && motion.speed === 0 && now - told < STANDING_MS) return;
      told = now;
      line.send(readingsOf(motion, now));
      if (now - said < STATUS_MS) return;
      said = now;
      line.status({ at: now, firmware: "sim-1.0" });
    },
    // where a crew was before it first spoke nobody knows
    tellPast: () => undefined,
    close: () => line.close(500),
  };
}

function readingsOf({ lat, lon, speed, heading }: Motion, at: number) {
  const place = { lat: rounded(lat), lon: rounded(lon) };
  return Object.entries({ ...place, speed, heading }).map(([stream, value]) => ({ stream, at, value }));
}

/** About a decimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
