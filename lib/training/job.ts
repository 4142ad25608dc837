import { type Fitted, fitModel } from "../analyze/forecast/fit";
import { bookOf, type GuessBook } from "../analyze/forecast/guess-book";
import type { Streams } from "../analyze/forecast/look-back";
import { guess, rowOf } from "../analyze/forecast/model";
import type { Recipe } from "../analyze/forecast/recipe";
import { rowReader } from "../analyze/forecast/rows";
import type { Table } from "../analyze/forecast/table";
import type { Folds } from "./folds";

/** Learn from all folds but these, with a network for each seed; then guess what lies in them. */
export type Job = { without: readonly number[]; seeds: readonly number[] };
export type Done = { job: Job; fitted: Fitted; guesses: GuessBook };

export function doJob(job: Job, recipe: Recipe, streams: Streams, table: Table, folds: Folds): Done {
  const kept = (row: number) => job.without.includes(folds[row] ?? -1);
  const fitted = fitModel(recipe, streams, table, (row) => !kept(row), job.seeds);
  const reader = rowReader(recipe, streams, table, fitted.tide);
  const rows = [...table.instants.keys()].filter(kept);
  const guessed = (row: number) => guess(fitted.nets, rowOf(fitted, reader.groups, reader.read(row)), fitted.units);
  const guesses = {
    *[Symbol.iterator]() {
      for (const row of rows) yield [row, guessed(row)] as const;
    },
  };
  return { job, fitted, guesses: bookOf(rows.length, guesses) };
}
