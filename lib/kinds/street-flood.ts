import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterDepth } from "./streams";

const DRAINED_MM = 9;
const GATHERS_MM_PER_MM = 78;

export const streetFlood = defineKind({
  id: "street-flood",
  label: { ko: "도로 침수 감지기", en: "Street flood sensor" },
  icon: "M4 4l2 8M20 4l-2 8M12 4v3M12 10v2M3 16c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0M3 20c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0",
  streams: [waterDepth],
  main: "water-depth",
  keepAliveMs: 10 * MINUTE,
  // a low street fills when half an hour brings more than its drains take, and empties with them
  simulate: (place, at, world) => {
    const over = Math.max(0, world.rainSumMm(place.lat, place.lon, at, 0.33) - DRAINED_MM);
    // most places lie high enough to stay dry
    const gathers = GATHERS_MM_PER_MM * Math.max(0, world.chance(place.id, "low") - 0.65);
    return { "water-depth": Math.round(over * gathers + Math.abs(world.noise(place.id, "depth", at)) * 2) };
  },
});
