import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { rainfall } from "./streams";

export const rainGauge = defineKind({
  id: "rain-gauge",
  label: { ko: "강우량계", en: "Rain gauge" },
  icon: "M7 15a4 4 0 0 1 .5-8 5 5 0 0 1 9.6 1.3A3.4 3.4 0 0 1 17 15M8 18l-1 3M12 17l-1 4M16 18l-1 3",
  streams: [rainfall],
  main: "rainfall",
  keepAliveMs: 10 * MINUTE,
  // rainfall is what fell since the reading before: the simulator speaks once a minute
  simulate: (place, at, world) => ({
    rainfall: Math.round(world.rainSumMm(place.lat, place.lon, at, 1 / 60) * 100) / 100,
  }),
});
