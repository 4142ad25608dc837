import { HOUR } from "../base/clock";
import type { StreamSpec } from "./kind";

/** Streams that several kinds share, so that a rule on one means the same on all. */
export const rainfall: StreamSpec = {
  name: "rainfall",
  label: { ko: "강우량", en: "Rainfall" },
  unit: "mm",
  ucum: "mm",
  min: 0,
  max: 200,
  digits: 1,
  chart: "bar",
  // more than 30 mm has fallen in a minute once on earth, and 145 mm in an hour is what Korea has seen
  plausible: { of: "amount", slack: 35, perMinute: 5, source: "records of rain, unverified" },
  frozen: { afterMs: 6 * HOUR, idle: [0, 0], source: "unverified" },
};

/** Of a street: half of all floods rise slower than 3 mm a minute, one step in a thousand faster than 51. */
export const waterDepth: StreamSpec = {
  name: "water-depth",
  label: { ko: "침수심", en: "Water depth" },
  unit: "mm",
  ucum: "mm",
  min: -50,
  max: 10_000,
  digits: 0,
  chart: "line",
  plausible: {
    of: "change",
    slack: 40,
    perMinute: 15,
    source: "tuned on floodnet-nyc 2020-2026 by `npm run evaluate -- noise`, docs/decisions/023",
  },
  frozen: { afterMs: 6 * HOUR, idle: [-50, 20], source: "unverified" },
};

export const waterLevel: StreamSpec = {
  name: "water-level",
  label: { ko: "수위", en: "Water level" },
  unit: "m",
  ucum: "m",
  min: -20,
  max: 200,
  digits: 2,
  chart: "line",
  plausible: {
    of: "change",
    slack: 1,
    perMinute: 0.1,
    source: "the Han at four bridges, May to October 2012-2019: 1.34 m in 10 min at most; small streams unverified",
  },
  frozen: { afterMs: 24 * HOUR, source: "unverified" },
};
