import type { Guess, Shapes } from "./model";
import { type Shape, shapeOf } from "./outlook";
import { highest, OUTPUTS, type Table } from "./table";

/** What was guessed of rows that were not learnt from, by row. */
export type Guesses = ReadonlyMap<number, Guess>;

/** High water is the share of history in which a level within six hours is among its highest. */
const HIGH_SHARE = 0.03;

/** How the outcomes lay about what was guessed of them, of calm and of high water. */
export function shapesOf(table: Table, guesses: Guesses): Shapes {
  const highFrom = highest(table.level, HIGH_SHARE);
  const rows = [...guesses].filter(([row]) => Number.isFinite(table.outcome[row * OUTPUTS]));
  const isHigh = ([row, { middle }]: [number, Guess]) =>
    (table.level[row] ?? 0) + (middle[OUTPUTS - 1] ?? 0) >= highFrom;
  return {
    highFrom,
    calm: shapes(
      table,
      rows.filter((row) => !isHigh(row)),
    ),
    high: shapes(table, rows.filter(isHigh)),
  };
}

function shapes({ outcome }: Table, rows: readonly [number, Guess][]): Shape[] {
  return Array.from({ length: OUTPUTS }, (_, o) =>
    shapeOf(
      Float64Array.from(rows, ([row, { middle, scale }]) => {
        return ((outcome[row * OUTPUTS + o] ?? 0) - (middle[o] ?? 0)) / (scale[o] ?? 1);
      }),
    ).map((z) => Math.round(z * 1e4) / 1e4),
  );
}
