import type { Guess } from "./model";
import { OUTPUTS } from "./table";

/** What was guessed of rows that were not learnt from, with its row. It can be gone through again and again. */
export type Guesses = Iterable<readonly [row: number, guess: Guess]>;

/** Many guesses, side by side: an object for each of a million would fill the memory. */
export type GuessBook = { rows: Uint32Array; middles: Float32Array; scales: Float32Array };

export function bookOf(count: number, guesses: Guesses): GuessBook {
  const book = {
    rows: new Uint32Array(count),
    middles: new Float32Array(count * OUTPUTS),
    scales: new Float32Array(count * OUTPUTS),
  };
  let index = 0;
  for (const [row, { middle, scale }] of guesses) {
    book.rows[index] = row;
    book.middles.set(middle, index * OUTPUTS);
    book.scales.set(scale, index * OUTPUTS);
    index++;
  }
  return book;
}

/** The guesses of some books, those of rows that are wanted. */
export function guessesIn(books: readonly GuessBook[], wanted: (row: number) => boolean = () => true): Guesses {
  return {
    *[Symbol.iterator]() {
      for (const { rows, middles, scales } of books)
        for (const [i, row] of rows.entries()) {
          if (!wanted(row)) continue;
          const [from, to] = [i * OUTPUTS, (i + 1) * OUTPUTS];
          yield [row, { middle: middles.subarray(from, to), scale: scales.subarray(from, to) }];
        }
    },
  };
}
