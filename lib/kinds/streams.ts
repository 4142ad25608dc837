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
};

export const waterDepth: StreamSpec = {
  name: "water-depth",
  label: { ko: "침수심", en: "Water depth" },
  unit: "mm",
  ucum: "mm",
  min: -50,
  max: 10_000,
  digits: 0,
  chart: "line",
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
};
