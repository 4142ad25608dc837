import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterDepth } from "./streams";

const PUMPED_MM = 7;
const GATHERS_MM_PER_MM = 85;

export const underpassFlood = defineKind({
  id: "underpass-flood",
  label: { ko: "지하차도 침수 감지기", en: "Underpass flood sensor" },
  icon: "M3 20V10a9 6 0 0 1 18 0v10M3 20h18M7 16c1.6-1.2 3.3-1.2 5 0s3.4 1.2 5 0",
  // what a river or a storm pours into an underpass fills it within minutes (Osong, 2023); the figure is unverified
  streams: [{ ...waterDepth, plausible: { of: "change", slack: 100, perMinute: 200, source: "unverified" } }],
  main: "water-depth",
  keepAliveMs: 5 * MINUTE,
  // an underpass gathers from around it: it fills faster than a street, until its pumps win
  simulate: (place, at, world) => {
    const over = Math.max(0, world.rainSumMm(place.lat, place.lon, at, 0.33) - PUMPED_MM);
    const gathers = GATHERS_MM_PER_MM * Math.max(0, world.chance(place.id, "gathers") - 0.47);
    return { "water-depth": Math.round(over * gathers + Math.abs(world.noise(place.id, "depth", at)) * 2) };
  },
});
