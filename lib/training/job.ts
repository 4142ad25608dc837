import { type Fitted, fitModel } from "../analyze/forecast/fit";
import type { Streams } from "../analyze/forecast/look-back";
import { type Guess, guess, rowOf } from "../analyze/forecast/model";
import type { Recipe } from "../analyze/forecast/recipe";
import { rowReader } from "../analyze/forecast/rows";
import type { Table } from "../analyze/forecast/table";
import type { Folds } from "./folds";

/** Learn from all folds but these, with a network for each seed; then guess what lies in them. */
export type Job = { without: readonly number[]; seeds: readonly number[] };
export type Done = { job: Job; fitted: Fitted; guesses: Map<number, Guess> };

export function doJob(job: Job, recipe: Recipe, streams: Streams, table: Table, folds: Folds): Done {
  const kept = (row: number) => job.without.includes(folds[row] ?? -1);
  const fitted = fitModel(recipe, streams, table, (row) => !kept(row), job.seeds);
  const reader = rowReader(recipe, streams, table, fitted.tide);
  const guesses = new Map<number, Guess>();
  for (const row of table.instants.keys())
    if (kept(row)) guesses.set(row, guess(fitted.nets, rowOf(fitted, reader.groups, reader.read(row)), fitted.units));
  return { job, fitted, guesses };
}
