import { type GuessBook, type Guesses, guessesIn } from "../../analyze/forecast/guess-book";
import { nameOf } from "../../analyze/forecast/recipe";
import { Series } from "../../analyze/forecast/series";
import { tableOf } from "../../analyze/forecast/table";
import { doJobs } from "../../training/crew";
import { foldsOf } from "../../training/folds";
import { jamsuColumns, jamsuRecipe } from "../../training/jamsu";
import { shippedModel } from "../../training/shipped";
import { readWide } from "../../training/wide-csv";
import type { Contender } from "./contender";
import { jobsFor, learntOf } from "./jobs";
import { reportOf } from "./report";
import { persistence, trend } from "./rivals";
import { unseenFlood } from "./unseen";
import { judgeYear } from "./years";

/** Levels at which the Jamsu bridge is closed to pedestrians, and to vehicles, m. */
export const LEVELS = [5.5, 6.2] as const;

/** Trains and scores on the years of `data`/han-river-history by leaving one out, then scores what ships on the flood of 2022. */
export async function evaluateForecast(
  data: string,
  say: (line: string) => void,
  learn: typeof doJobs = doJobs,
): Promise<string> {
  const streams = await readWide(`${data}/han-river-history/2012-2019.csv.gz`, jamsuColumns);
  const table = tableOf(jamsuRecipe, streams);
  const folds = foldsOf(table);
  const years = [...new Set(folds)];
  const jobs = jobsFor(years);
  const done = await learn({ recipe: jamsuRecipe, streams }, jobs, (n) => say(`learnt ${n} of ${jobs.length}`));
  const learnt = learntOf(done, (row) => folds[row] ?? 0);
  const level = streams.get(nameOf(jamsuRecipe.target)) ?? new Series();
  const judged = (own: (year: number) => Guesses, inner: (year: number) => Guesses) =>
    years.map((year) => judgeYear(table, LEVELS, year, own(year), inner(year)));
  /** A rival learns nothing: its guesses are the same whichever year is left out, its calibration and tuning are not. */
  const rival = (book: GuessBook) => {
    const of = (fits: (year: number) => boolean) => guessesIn([book], (row) => fits(folds[row] ?? 0));
    return judged(
      (year) => of((y) => y === year),
      (year) => of((y) => y !== year),
    );
  };
  const contenders: Contender[] = [
    { name: "model", judged: judged(learnt.own, learnt.inner) },
    { name: "linear trend", judged: rival(trend(table, level, 1)) },
    { name: "damped trend", judged: rival(trend(table, level)) },
    { name: "persistence", judged: rival(persistence(table)) },
  ];
  const unseen = await unseenFlood(data, shippedModel());
  return reportOf({ table, level, contenders, levels: LEVELS, unseen });
}
