import { groupsOf, type Streams } from "./look-back";
import { type Net, run, scaleOf } from "./net";
import { HORIZONS, type Outlook, type Shape, type Spread } from "./outlook";
import type { Recipe } from "./recipe";
import { type Tide, tideClock } from "./tide";

/** A trained forecast of one level. Numbers of inputs and outputs are in the units of the streams (m, m³/s, mm). */
export type Model = {
  recipe: Recipe;
  tide: Tide;
  /** What an input is less its mean, over its deviation. */
  mean: readonly number[];
  deviation: readonly number[];
  /** What one unit of an output is in the level's unit: for each horizon the change, then the highest change. */
  units: readonly number[];
  nets: readonly Net[];
  shapes: Shapes;
};

/** The shapes of what the outputs miss by, on history that was not learnt from: of calm water, and of water that reaches `highFrom`. */
export type Shapes = { highFrom: number; calm: readonly Shape[]; high: readonly Shape[] };

/** Inputs farther than this many deviations from their mean are taken to be there: beyond, nothing was learnt. */
const FARTHEST_DEVIATION = 6;

/** Gives the outlook at an instant (UTC ms) from the streams as they are then; null where the level itself is not known well enough. */
export function forecaster(model: Model, streams: Streams): (at: number) => Outlook | null {
  const groups = groupsOf(model.recipe, streams, tideClock(model.tide));
  return (at) => {
    const read = groups.map((group) => group.read(at));
    const own = read[0];
    if (!own) return null;
    const guessed = guess(model.nets, rowOf(model, groups, read), model.units);
    return outlookOf(at, own[0] ?? Number.NaN, guessed, model.shapes);
  };
}

type Groups = readonly { width: number }[];

/** A network's inputs: the numbers of each group as deviations, zero where a group is missing, and at the end which are. */
export function rowOf(
  { mean, deviation }: Pick<Model, "mean" | "deviation">,
  groups: Groups,
  read: readonly (readonly number[] | null)[],
): Float64Array {
  const row = new Float64Array(mean.length + groups.length);
  let column = 0;
  groups.forEach(({ width }, g) => {
    const numbers = read[g];
    if (!numbers) row[mean.length + g] = 1;
    for (const [i, value] of (numbers ?? []).entries())
      row[column + i] = deviations(value, mean[column + i], deviation[column + i]);
    column += width;
  });
  return row;
}

function deviations(value: number, mean = 0, deviation = 1): number {
  return Math.max(-FARTHEST_DEVIATION, Math.min(FARTHEST_DEVIATION, (value - mean) / deviation));
}

/** The outlook that a guess comes to, with the shapes of what guesses miss by. */
export function outlookOf(at: number, value: number, { middle, scale }: Guess, shapes: Shapes): Outlook {
  const high = value + (middle[middle.length - 1] ?? 0) >= shapes.highFrom;
  const spread = (o: number): Spread => ({
    middle: value + (middle[o] ?? 0),
    scale: scale[o] ?? 1,
    shape: (high ? shapes.high : shapes.calm)[o] ?? [],
  });
  const level = HORIZONS.map((_, h) => spread(h));
  const highest = HORIZONS.map((_, h) => spread(HORIZONS.length + h));
  return { at, value, level, highest };
}

export type Guess = { middle: ArrayLike<number>; scale: ArrayLike<number> };

/** What the networks say together: their mean, and their mean scale widened by how much they differ. In the level's unit. */
export function guess(nets: readonly Net[], row: Float64Array, units: readonly number[]): Guess {
  const said = nets.map((net) => run(net, row));
  const outputs = units.length;
  const middle = new Float64Array(outputs);
  const scale = new Float64Array(outputs);
  units.forEach((unit, o) => {
    const middles = said.map((out) => out[o] ?? 0);
    const mean = middles.reduce((a, b) => a + b, 0) / middles.length;
    const apart = Math.sqrt(middles.reduce((sum, m) => sum + (m - mean) ** 2, 0) / middles.length);
    middle[o] = mean * unit;
    scale[o] = (said.reduce((sum, out) => sum + scaleOf(out[outputs + o] ?? 0), 0) / said.length + apart) * unit;
  });
  return { middle, scale };
}
