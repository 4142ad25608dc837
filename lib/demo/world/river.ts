import { HOUR, MINUTE } from "../../base/clock";
import { chanceOf } from "../chance";
import { CYCLE_MS, cycleStart, cyclesAround, type Story } from "./cycle";
import type { Rain } from "./rain";

/** How a gauge on the Han answers: its level at rest, how much a release lifts it, how long the water takes from the dam. */
type MainStem = { restM: number; liftM: number; afterMs: number; tideM: number };

const mainStem: Readonly<Record<string, MainStem>> = {
  "paldang-bridge": { restM: 2.9, liftM: 1.3, afterMs: 4 * MINUTE, tideM: 0 },
  gwangjin: { restM: 3.4, liftM: 1.15, afterMs: 18 * MINUTE, tideM: 0.05 },
  cheongdam: { restM: 3.7, liftM: 1.1, afterMs: 25 * MINUTE, tideM: 0.1 },
  jamsu: { restM: 4.55, liftM: 1.15, afterMs: 32 * MINUTE, tideM: 0.14 },
  hangang: { restM: 3.0, liftM: 1.05, afterMs: 35 * MINUTE, tideM: 0.18 },
  haengju: { restM: 2.3, liftM: 0.9, afterMs: 46 * MINUTE, tideM: 0.45 },
};

const RELEASE_AFTER_MS = 42 * MINUTE;
const RELEASE_WIDTH_MS = 14 * MINUTE;
/** The dam lets more go in every third cycle; between them the bridge stays open. */
const RELEASE_EVERY = 3;
const TIDE_MS = 12.42 * HOUR;

/** 0..1: how far the dam's gates are open at this instant. */
function release(story: Story, at: number): number {
  return cyclesAround(story, at - CYCLE_MS, at + CYCLE_MS).reduce((sum, cycle) => {
    const size = cycle % RELEASE_EVERY === 0 ? 1 : 0.25;
    const off = (at - cycleStart(story, cycle) - RELEASE_AFTER_MS) / RELEASE_WIDTH_MS;
    return sum + size * (0.95 + 0.1 * chanceOf(story.seed, cycle, "release")) * Math.exp(-(off ** 2) / 2);
  }, 0);
}

/** The dam's flows, m³/s: what it takes in and what it lets go. */
export function damFlows(story: Story, at: number): { inflow: number; outflow: number } {
  return { inflow: 1500 + 5200 * release(story, at + 20 * MINUTE), outflow: 1400 + 5600 * release(story, at) };
}

/** Level of a gauge in metres above its own zero: the Han follows dam and tide, a stream the rain above it. */
export function levelM(story: Story, rain: Rain, id: string, lat: number, lon: number, at: number): number {
  const main = mainStem[id];
  if (!main) return streamLevelM(rain, id, lat, lon, at);
  const tide = main.tideM * Math.sin((2 * Math.PI * at) / TIDE_MS);
  return main.restM + tide + main.liftM * release(story, at - main.afterMs);
}

const CATCHMENT = [
  [0, 0],
  [0.03, 0],
  [-0.03, 0],
  [0, -0.035],
  [0.02, 0.03],
] as const;
const RUNOFF_MS = 12 * MINUTE;

function streamLevelM(rain: Rain, id: string, lat: number, lon: number, at: number): number {
  const fed = CATCHMENT.reduce((sum, [north, east]) => {
    const soon = rain.between(lat + north, lon + east, at - RUNOFF_MS - 30 * MINUTE, at - RUNOFF_MS);
    const slow = rain.between(lat + north, lon + east, at - RUNOFF_MS - 2 * HOUR, at - RUNOFF_MS);
    return sum + soon * 0.7 + slow * 0.3;
  }, 0);
  return 0.5 + 0.9 * chanceOf(id, "rest") + (fed / CATCHMENT.length) * (0.09 + 0.05 * chanceOf(id, "steep"));
}
