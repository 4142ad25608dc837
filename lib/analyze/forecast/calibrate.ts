import type { Guesses } from "./guess-book";
import type { Guess, Shapes } from "./model";
import { type Shape, shapeOf } from "./outlook";
import { highest, OUTPUTS, type Table } from "./table";

/** High water is the share of history in which a level within six hours is among its highest. */
const HIGH_SHARE = 0.03;

/** How the outcomes lay about what was guessed of them, of calm and of high water. */
export function shapesOf(table: Table, guesses: Guesses): Shapes {
  const highFrom = highest(table.level, HIGH_SHARE);
  const [calm, high] = [misses(), misses()];
  for (const [row, guess] of guesses) {
    if (!Number.isFinite(table.outcome[row * OUTPUTS])) continue;
    const isHigh = (table.level[row] ?? 0) + (guess.middle[OUTPUTS - 1] ?? 0) >= highFrom;
    note(isHigh ? high : calm, table, row, guess);
  }
  return { highFrom, calm: calm.map(shape), high: high.map(shape) };
}

const misses = (): number[][] => Array.from({ length: OUTPUTS }, () => []);

function note(into: number[][], { outcome }: Table, row: number, { middle, scale }: Guess): void {
  for (const [o, list] of into.entries())
    list.push(((outcome[row * OUTPUTS + o] ?? 0) - (middle[o] ?? 0)) / (scale[o] ?? 1));
}

function shape(list: readonly number[]): Shape {
  return shapeOf(Float64Array.from(list)).map((z) => Math.round(z * 1e4) / 1e4);
}
