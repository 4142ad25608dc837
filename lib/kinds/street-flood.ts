import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterDepth } from "./streams";

const DRAIN_MM_PER_H = 45;

export const streetFlood = defineKind({
  id: "street-flood",
  label: { ko: "도로 침수 감지기", en: "Street flood sensor" },
  icon: "M4 4l2 8M20 4l-2 8M12 4v3M12 10v2M3 16c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0M3 20c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0",
  streams: [waterDepth],
  main: "water-depth",
  keepAliveMs: 10 * MINUTE,
  simulate: (place, at, world) => {
    const over = Math.max(0, world.rainSumMm(place.lat, place.lon, at, 1) - DRAIN_MM_PER_H);
    const lowPoint = 1.5 + 2 * world.chance(place.id, "low");
    return { "water-depth": Math.max(0, Math.round(over * lowPoint + Math.abs(world.noise(place.id, "depth", at)) * 2)) };
  },
});
