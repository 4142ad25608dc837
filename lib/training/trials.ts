import type { Guesses } from "../analyze/forecast/calibrate";
import { chanceWithin } from "../analyze/forecast/crossing";
import type { ForecastSight } from "../analyze/forecast/decide";
import { outlookOf, type Shapes } from "../analyze/forecast/model";
import type { Outlook } from "../analyze/forecast/outlook";
import type { Table } from "../analyze/forecast/table";
import type { Trial } from "../analyze/forecast/tune";

/** What was expected at each row that was guessed. */
export function outlooksOf(table: Table, guesses: Guesses, shapes: Shapes): Outlook[] {
  return [...guesses].map(([row, guessed]) =>
    outlookOf(table.instants[row] ?? 0, table.level[row] ?? Number.NaN, guessed, shapes),
  );
}

/** Farther below the level than this nobody has to look at the chances: there are none. */
const FAR_SCALES = 40;

/** One level, as the outlooks saw it coming. */
export function trialOf(outlooks: readonly Outlook[], level: number): Trial {
  return function* (horizonMs) {
    for (const outlook of outlooks) yield sightOf(outlook, level, horizonMs);
  };
}

export function sightOf(outlook: Outlook, level: number, horizonMs: number): ForecastSight {
  const { at, value, highest } = outlook;
  const top = highest.at(-1);
  const far = top !== undefined && (level - top.middle) / top.scale > FAR_SCALES;
  return { at, over: value >= level, chance: far ? 0 : chanceWithin(outlook, level, horizonMs) };
}
