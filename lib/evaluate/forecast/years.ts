import { type Guesses, shapesOf } from "../../analyze/forecast/calibrate";
import type { Operating } from "../../analyze/forecast/decide";
import type { Outlook } from "../../analyze/forecast/outlook";
import type { Table } from "../../analyze/forecast/table";
import { operatingOn } from "../../training/train";
import { outlooksOf } from "../../training/trials";

/** One year that was kept apart: what was expected in it, by what was learnt, calibrated and tuned on all the others. */
export type Judged = { year: number; rows: number[]; outlooks: Outlook[]; operating: Operating };

/** `inner`: guesses of the other years, none of them made by who learnt from that year or from this one. */
export function judgeYear(table: Table, year: number, own: Guesses, inner: Guesses): Judged {
  const shapes = shapesOf(table, inner);
  return {
    year,
    rows: [...own.keys()],
    outlooks: outlooksOf(table, own, shapes),
    operating: operatingOn(table, inner),
  };
}
