import type { Guesses } from "../../analyze/forecast/calibrate";
import { nameOf } from "../../analyze/forecast/recipe";
import { Series } from "../../analyze/forecast/series";
import { type Table, tableOf } from "../../analyze/forecast/table";
import { doJobs } from "../../training/crew";
import { type Folds, foldsOf } from "../../training/folds";
import { jamsuColumns, jamsuRecipe } from "../../training/jamsu";
import { shippedModel } from "../../training/shipped";
import { readWide } from "../../training/wide-csv";
import type { Contender } from "./contender";
import { jobsFor, learntOf } from "./jobs";
import { reportOf } from "./report";
import { persistence, trend } from "./rivals";
import { unseenFlood } from "./unseen";
import { type Judged, judgeYear } from "./years";

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
  const rows = table.instants.keys();
  const [still, slope] = [persistence(table.instants.keys()), trend(rows, table, level)];
  const model = years.map((year) => judgeYear(table, year, learnt.own(year), learnt.inner(year)));
  const contenders: Contender[] = [
    { name: "model", judged: model },
    { name: "trend", judged: judgeAll(table, folds, years, slope) },
    { name: "persistence", judged: judgeAll(table, folds, years, still) },
  ];
  const unseen = await unseenFlood(data, shippedModel());
  return reportOf({ table, level, contenders, levels: LEVELS, unseen });
}

/** A rival learns nothing: its guesses are the same whichever year is left out, its calibration and tuning are not. */
function judgeAll(table: Table, folds: Folds, years: readonly number[], guesses: Guesses): Judged[] {
  const of = (fits: (year: number) => boolean): Guesses =>
    new Map([...guesses].filter(([row]) => fits(folds[row] ?? 0)));
  return years.map((year) =>
    judgeYear(
      table,
      year,
      of((y) => y === year),
      of((y) => y !== year),
    ),
  );
}
