import { HOUR, MINUTE } from "../../base/clock";
import { createSlope } from "../slope";
import type { Guess } from "./model";
import { HORIZONS } from "./outlook";
import type { Series } from "./series";

const WINDOW_MS = HOUR;
const DAY_MS = 24 * HOUR;
const STEP_MS = 10 * MINUTE;
/** A rise does not go on for ever: of each ten minutes' slope so much is left in the next. Best of 0.8 to 1 at Jamsu, 2012–2019. */
const DAMPING = 0.84;

/**
 * What a level's own last hour says of the next six, where nothing better is known: its middle slope (Theil–Sen), damped. The scale
 * grows with the slope and with how much the level moves in ten minutes on an ordinary day. Null of fewer than five readings.
 */
export function trendGuess(level: Series, at: number, damping = DAMPING): Guess | null {
  const slope = createSlope(WINDOW_MS);
  for (let i = level.after(at - WINDOW_MS); i < level.after(at); i++) slope.push(level.timeAt(i), level.valueAt(i));
  const perStep = (slope.perHour(at) * STEP_MS) / HOUR;
  if (!Number.isFinite(perStep)) return null;
  const usual = usualMove(level, at);
  const changes = HORIZONS.map((h) => perStep * goneOn(h / STEP_MS, damping));
  const scales = HORIZONS.map((h, i) => 0.3 * Math.abs(changes[i] ?? 0) + usual * Math.sqrt(h / STEP_MS));
  return {
    middle: Float64Array.from([...changes, ...changes.map((change) => Math.max(0, change))]),
    scale: Float64Array.from([...scales, ...scales]),
  };
}

/** How many steps' worth of the first slope `steps` steps make. */
function goneOn(steps: number, damping: number): number {
  return damping === 1 ? steps : (1 - damping ** steps) / (1 - damping);
}

const LEAST_MOVE = 0.002;

/** The mean change in ten minutes over the last day, in the level's unit. */
function usualMove(level: Series, at: number): number {
  const [first, end] = [level.after(at - DAY_MS), level.after(at)];
  let [moved, ms] = [0, 0];
  for (let i = first + 1; i < end; i++) {
    moved += Math.abs(level.valueAt(i) - level.valueAt(i - 1));
    ms += level.timeAt(i) - level.timeAt(i - 1);
  }
  return Math.max(LEAST_MOVE, ms > 0 ? (moved * STEP_MS) / ms : 0);
}
