import { HOUR, MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterLevel } from "./streams";

const BASE_M = 1.2;
const RISE_M_PER_MM = 0.022;

export const waterLevelKind = defineKind({
  id: "water-level",
  label: { ko: "하천 수위계", en: "River gauge" },
  icon: "M12 3v18M8 6h4M8 10h4M3 15c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0M3 19c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0",
  streams: [waterLevel],
  main: "water-level",
  keepAliveMs: 10 * MINUTE,
  // a stream answers the rain of the last three hours, half an hour late
  simulate: (place, at, world) => {
    const fed = world.rainSumMm(place.lat, place.lon, at - HOUR / 2, 3);
    return { "water-level": BASE_M + world.chance(place.id, "base") + fed * RISE_M_PER_MM + world.noise(place.id, "level", at) * 0.01 };
  },
});
