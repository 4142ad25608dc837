import { HOUR, MINUTE } from "../../base/clock";
import type { World } from "../../kinds/kind";
import { chanceOf } from "../chance";
import { airTemperatureC, humidityPct } from "./air";
import type { Story } from "./cycle";
import { createFaults } from "./faults";
import { createRain } from "./rain";
import { damFlows, levelM } from "./river";

/**
 * The story that all simulated devices of the demo city live in: a pure function of seed, place and time. Rain cells cross
 * from west to east every 90 minutes, streets and underpasses fill and drain, the dam answers, cameras fail.
 */
export function createWorld(story: Story, cameras: readonly string[]): World {
  const rain = createRain(story);
  const lastHour = (lat: number, lon: number, at: number) => rain.between(lat, lon, at - HOUR, at);
  const noise = (id: string, salt: string, at: number) => {
    const minute = Math.floor(at / MINUTE);
    return (chanceOf(id, salt, minute, 1) + chanceOf(id, salt, minute, 2) + chanceOf(id, salt, minute, 3) - 1.5) * 2;
  };
  return {
    rainMmPerH: rain.rate,
    rainSumMm: (lat, lon, at, hours) => rain.between(lat, lon, at - hours * HOUR, at),
    temperatureC: (lat, lon, at) =>
      airTemperatureC(story.seed, `${lat.toFixed(4)},${lon.toFixed(4)}`, at, lastHour(lat, lon, at)),
    humidityPct: (lat, lon, at) => humidityPct(at, lastHour(lat, lon, at)),
    windMps: (lat, lon, at) => 1.6 + Math.sin(at / (37 * MINUTE)) + Math.min(5, rain.rate(lat, lon, at) / 20),
    waterLevelM: (id, lat, lon, at) => levelM(story, rain, id, lat, lon, at),
    damM3s: (at) => damFlows(story, at),
    chance: (id, salt) => chanceOf(story.seed, id, salt),
    noise,
    fault: createFaults(story, cameras),
  };
}
