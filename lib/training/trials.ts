import { chanceWithin } from "../analyze/forecast/crossing";
import type { ForecastSight } from "../analyze/forecast/decide";
import type { Guesses } from "../analyze/forecast/guess-book";
import { outlookOf, type Shapes } from "../analyze/forecast/model";
import type { Outlook } from "../analyze/forecast/outlook";
import type { Table } from "../analyze/forecast/table";
import { HORIZON_CHOICES, type Trial } from "../analyze/forecast/tune";

/** What was expected at each row that was guessed, one after the other. */
export function* outlooksOf(table: Table, guesses: Guesses, shapes: Shapes): Generator<Outlook> {
  for (const [row, guessed] of guesses)
    yield outlookOf(table.instants[row] ?? 0, table.level[row] ?? Number.NaN, guessed, shapes);
}

/** The levels, each as the outlooks saw it coming. */
export function trialsOf(outlooks: Iterable<Outlook>, levels: readonly number[]): Trial[] {
  const instants: number[] = [];
  const seen = levels.map(() => ({ over: [] as boolean[], chances: HORIZON_CHOICES.map(() => [] as number[]) }));
  for (const outlook of outlooks) {
    instants.push(outlook.at);
    for (const [i, { over, chances }] of seen.entries()) {
      const level = levels[i] ?? Number.NaN;
      over.push(outlook.value >= level);
      for (const [h, list] of chances.entries()) list.push(chanceOf(outlook, level, HORIZON_CHOICES[h] ?? 0));
    }
  }
  return seen.map(
    ({ over, chances }) =>
      (horizonMs) =>
        sights(instants, over, chances[HORIZON_CHOICES.indexOf(horizonMs)] ?? []),
  );
}

function* sights(at: readonly number[], over: readonly boolean[], chance: readonly number[]): Generator<ForecastSight> {
  for (const [i, instant] of at.entries()) yield { at: instant, over: over[i] ?? false, chance: chance[i] ?? null };
}

/** Farther below the level than this nobody has to look at the chances: there are none. */
const FAR_SCALES = 40;

function chanceOf(outlook: Outlook, level: number, horizonMs: number): number {
  const top = outlook.highest.at(-1);
  const far = top !== undefined && (level - top.middle) / top.scale > FAR_SCALES;
  return far ? 0 : chanceWithin(outlook, level, horizonMs);
}
