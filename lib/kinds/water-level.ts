import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterLevel } from "./streams";

export const waterLevelKind = defineKind({
  id: "water-level",
  label: { ko: "하천 수위계", en: "River gauge" },
  icon: "M12 3v18M8 6h4M8 10h4M3 15c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0M3 19c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0",
  streams: [{ ...waterLevel, foreseen: true }],
  main: "water-level",
  keepAliveMs: 10 * MINUTE,
  simulate: (place, at, world) => ({
    "water-level": Math.round(world.waterLevelM(place.id, place.lat, place.lon, at) * 100) / 100,
  }),
});
