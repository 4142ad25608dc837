import { DAY, HOUR, KST_OFFSET_MS } from "../../base/clock";
import { chanceOf } from "../chance";

const WARMEST_HOUR = 15;

/** How far the day has warmed, -1 before dawn to 1 in the afternoon, for the clock of Seoul. */
function warmth(at: number): number {
  const hour = ((at + KST_OFFSET_MS) % DAY) / HOUR;
  return Math.cos(((hour - WARMEST_HOUR) / 24) * 2 * Math.PI);
}

/**
 * Air temperature of the story's day, °C. The demo city lives in one long August whatever the calendar says: a heat day in
 * November would be a lie of the data, so every device of it is marked as simulated.
 */
export function airTemperatureC(seed: string, place: string, at: number, rainMmLastHour: number): number {
  const today = chanceOf(seed, Math.floor((at + KST_OFFSET_MS) / DAY), "warm") - 0.5;
  const cooled = Math.min(4, rainMmLastHour * 0.2);
  return 26.6 + 3.4 * warmth(at) + today * 0.6 + islandC(place, at) - cooled;
}

/** What asphalt and walls add: little, but for the few places where the afternoon stands still. */
function islandC(place: string, at: number): number {
  const here = chanceOf(place, "island");
  return here > HOT_FROM ? 1.2 + 2.3 * Math.max(0, warmth(at)) : 0.8 * (here / HOT_FROM) - 0.4;
}
const HOT_FROM = 0.955;

/** Relative humidity, %. */
export function humidityPct(at: number, rainMmLastHour: number): number {
  return Math.min(97, 64 - 11 * warmth(at) + Math.min(30, rainMmLastHour * 3));
}
