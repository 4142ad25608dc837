import { shapesOf } from "../analyze/forecast/calibrate";
import type { Operating } from "../analyze/forecast/decide";
import { type Guesses, guessesIn } from "../analyze/forecast/guess-book";
import { type LevelScore, type ModelFile, packModel } from "../analyze/forecast/model-file";
import { figuresOf, scoreOf } from "../analyze/forecast/score";
import { type Table, tableOf } from "../analyze/forecast/table";
import { bestOf, type Trial, tryAll } from "../analyze/forecast/tune";
import { Failure } from "../base/failure";
import { doJobs } from "./crew";
import { foldsOf } from "./folds";
import type { History } from "./history";
import { outlooksOf, trialsOf } from "./trials";
import { tuningLevels } from "./tuning-levels";

/** One network for each, in what is tried as in what is used: what is calibrated on one network alone does not fit two. */
export const SEEDS: readonly number[] = [1, 2];
/** Two months of readings every ten minutes: less holds no flood to learn from and none to be scored on. */
const FEWEST_ROWS = 60 * 144;

/** `now`: the wall's clock. `levels`: at which the model's score is told, in the level's unit. */
export type Training = { history: History; source: string; now: number; levels: readonly number[] };

/**
 * Learns a model from all of a history, calibrates and tunes it on parts that were left out in turn, and scores it there. Throws a
 * Failure where there is too little history. About a minute on two processors for eight summers.
 */
export async function train(
  given: Training,
  told: (done: number, of: number) => void,
  learn: typeof doJobs = doJobs,
): Promise<ModelFile> {
  const { history, source, now, levels } = given;
  const { recipe } = history;
  const table = tableOf(recipe, history.streams);
  if (table.instants.length < FEWEST_ROWS)
    throw new Failure("invalid", "There is less than two months of this level. Keep recording, and train then.");
  const apart = [...new Set(foldsOf(table))].map((fold) => ({ without: [fold], seeds: SEEDS }));
  const jobs = [{ without: [], seeds: SEEDS }, ...apart];
  const [whole, ...parts] = await learn(history, jobs, (done) => told(done, jobs.length));
  if (!whole) throw new Error("nothing was learnt");
  const guesses = guessesIn(parts.map((part) => part.guesses));
  const shapes = shapesOf(table, guesses);
  const operating = operatingOn(table, guesses);
  return {
    format: 1,
    id: recipe.id,
    trainedAt: now,
    source,
    from: table.instants[0] ?? now,
    to: table.instants.at(-1) ?? now,
    operating,
    score: trialsOf(outlooksOf(table, guesses, shapes), levels).map((trial, i) =>
      levelScore(trial, operating, levels[i] ?? 0),
    ),
    model: packModel({ ...whole.fitted, shapes }),
  };
}

/** The best way to decide on these guesses. */
export function operatingOn(table: Table, guesses: Guesses): Operating {
  const outlooks = outlooksOf(table, guesses, shapesOf(table, guesses));
  return bestOf(tryAll(trialsOf(outlooks, tuningLevels(table))));
}

function levelScore(trial: Trial, operating: Operating, level: number): LevelScore {
  const figures = figuresOf(scoreOf(operating, trial(operating.horizonMs)));
  const { events, hits, episodes, falseAlarms } = figures;
  const told = (ms: number) => (Number.isNaN(ms) ? null : ms);
  const [p10, p50, p90] = figures.lead;
  return { level, events, hits, lead: [told(p10), told(p50), told(p90)], episodes, falseAlarms };
}
