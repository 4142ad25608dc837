import { bookOf, type GuessBook } from "../../analyze/forecast/guess-book";
import type { Guess } from "../../analyze/forecast/model";
import type { Series } from "../../analyze/forecast/series";
import { OUTPUTS, type Table } from "../../analyze/forecast/table";
import { trendGuess } from "../../analyze/forecast/trend";

// What the model has to beat, as guesses of the same rows: calibrated, tuned and scored in the same way.

const nothingChanges: Guess = { middle: new Float64Array(OUTPUTS), scale: new Float64Array(OUTPUTS).fill(1) };

/** The level stays as it is. */
export function persistence(table: Table): GuessBook {
  return book(table, () => nothingChanges);
}

/** The level goes on as in the last hour: straight on (1), or damped as the city does where it has no model. */
export function trend(table: Table, level: Series, damping?: number): GuessBook {
  return book(table, (at) => trendGuess(level, at, damping) ?? nothingChanges);
}

function book({ instants }: Table, guessAt: (at: number) => Guess): GuessBook {
  const guesses = {
    *[Symbol.iterator]() {
      for (const [row, at] of instants.entries()) yield [row, guessAt(at)] as const;
    },
  };
  return bookOf(instants.length, guesses);
}
