import type { Guesses } from "../../analyze/forecast/calibrate";
import type { Guess } from "../../analyze/forecast/model";
import type { Series } from "../../analyze/forecast/series";
import { OUTPUTS, type Table } from "../../analyze/forecast/table";
import { trendGuess } from "../../analyze/forecast/trend";

// What the model has to beat, as guesses of the same rows: calibrated, tuned and scored in the same way.

const nothingChanges: Guess = { middle: new Float64Array(OUTPUTS), scale: new Float64Array(OUTPUTS).fill(1) };

/** The level stays as it is. */
export function persistence(rows: Iterable<number>): Guesses {
  return new Map([...rows].map((row) => [row, nothingChanges]));
}

/** The level goes on as in the last hour. */
export function trend(rows: Iterable<number>, table: Table, level: Series): Guesses {
  return new Map([...rows].map((row) => [row, trendGuess(level, table.instants[row] ?? 0) ?? nothingChanges]));
}
