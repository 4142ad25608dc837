import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterDepth } from "./streams";

const PUMPED_MM_PER_H = 35;

export const underpassFlood = defineKind({
  id: "underpass-flood",
  label: { ko: "지하차도 침수 감지기", en: "Underpass flood sensor" },
  icon: "M3 20V10a9 6 0 0 1 18 0v10M3 20h18M7 16c1.6-1.2 3.3-1.2 5 0s3.4 1.2 5 0",
  streams: [waterDepth],
  main: "water-depth",
  keepAliveMs: 5 * MINUTE,
  // an underpass gathers from around it: it fills faster than a street and empties slowly
  simulate: (place, at, world) => {
    const hour = world.rainSumMm(place.lat, place.lon, at, 1) - PUMPED_MM_PER_H;
    const gathers = 3 + 5 * world.chance(place.id, "gathers");
    return { "water-depth": Math.max(0, Math.round(Math.max(0, hour) * gathers + Math.abs(world.noise(place.id, "depth", at)) * 2)) };
  },
});
