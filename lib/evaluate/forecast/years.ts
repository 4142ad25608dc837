import { shapesOf } from "../../analyze/forecast/calibrate";
import type { Operating } from "../../analyze/forecast/decide";
import type { Guesses } from "../../analyze/forecast/guess-book";
import type { Shapes } from "../../analyze/forecast/model";
import type { Table } from "../../analyze/forecast/table";
import type { Trial } from "../../analyze/forecast/tune";
import { operatingOn } from "../../training/train";
import { outlooksOf, trialsOf } from "../../training/trials";

/** One year that was kept apart: what was guessed of it, by what was learnt, calibrated and tuned on all the others. */
export type Judged = {
  year: number;
  guesses: Guesses;
  shapes: Shapes;
  operating: Operating;
  /** The levels that are scored, as they were seen coming. */
  trials: ReadonlyMap<number, Trial>;
};

/** `inner`: guesses of the other years, none of them made by who learnt from that year or from this one. */
export function judgeYear(
  table: Table,
  levels: readonly number[],
  year: number,
  guesses: Guesses,
  inner: Guesses,
): Judged {
  const shapes = shapesOf(table, inner);
  const trials = trialsOf(outlooksOf(table, guesses, shapes), levels);
  const byLevel = new Map(levels.flatMap((level, i) => (trials[i] ? [[level, trials[i]] as const] : [])));
  return { year, guesses, shapes, operating: operatingOn(table, inner), trials: byLevel };
}
