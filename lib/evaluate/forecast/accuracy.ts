import { chanceWithin } from "../../analyze/forecast/crossing";
import { outlookOf } from "../../analyze/forecast/model";
import { HORIZONS, type Outlook, quantile } from "../../analyze/forecast/outlook";
import { OUTPUTS, type Table } from "../../analyze/forecast/table";
import { MINUTE } from "../../base/clock";
import type { Contender } from "./contender";
import { share } from "./text";
import type { Judged } from "./years";

const FLOOD_FROM = 5;
const WITHIN = 240 * MINUTE;
const WITHIN_OUTPUT = HORIZONS.length + HORIZONS.indexOf(WITHIN);
const BINS = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.01];

/** What is summed up over rows: how far off the level was and how often within its interval, by horizon. */
class Tally {
  count = 0;
  readonly off = HORIZONS.map(() => 0);
  readonly within = HORIZONS.map(() => 0);

  add(outlook: Outlook, was: readonly number[]): void {
    this.count++;
    for (const [h, spread] of outlook.level.entries()) {
      const level = was[h] ?? Number.NaN;
      this.off[h] = (this.off[h] ?? 0) + Math.abs(spread.middle - level);
      // half a centimetre: the gauge's own rounding
      const inside = level >= quantile(spread, 0.1) - 0.005 && level <= quantile(spread, 0.9) + 0.005;
      this.within[h] = (this.within[h] ?? 0) + (inside ? 1 : 0);
    }
  }
}

type Bin = { told: number; came: number };

/** How far the level forecast lay from the level, how often within its interval, and how often a chance came true. */
export function accuracy(table: Table, contenders: readonly Contender[], levels: readonly number[]): string[] {
  const [model, ...rivals] = contenders.map((contender) => ({
    name: contender.name,
    ...tallied(table, contender, levels),
  }));
  if (!model) return [];
  const error =
    ({ off, count }: Tally) =>
    (h: number) =>
      ((100 * (off[h] ?? 0)) / count).toFixed(1);
  const cover =
    ({ within, count }: Tally) =>
    (h: number) =>
      share((within[h] ?? 0) / count).replace(" ", "");
  return [
    `Mean absolute error of the level in cm, by minutes ahead: at all times, and where ${FLOOD_FROM} m are reached within 6 h`,
    byHorizon("", (h) => String((HORIZONS[h] ?? 0) / MINUTE)),
    ...[model, ...rivals].flatMap(({ name, all, flood }) => [
      byHorizon(`${name}, all`, error(all)),
      byHorizon(`${name}, flood`, error(flood)),
    ]),
    "Share of levels within the model's interval of 10–90 %, which should be 80 %",
    byHorizon("all", cover(model.all)),
    byHorizon("flood", cover(model.flood)),
    "Of the chances that the model gave of a crossing within 240 min, how many came true",
    ...levels.map((level, i) => `  ${level} m  ${binText(model.bins[i] ?? [])}`),
  ];
}

function tallied(table: Table, { judged }: Contender, levels: readonly number[]) {
  const [all, flood] = [new Tally(), new Tally()];
  const bins = levels.map(() => BINS.slice(1).map((): Bin => ({ told: 0, came: 0 })));
  for (const { outlook, was } of casesOf(table, judged)) {
    all.add(outlook, was);
    if ((was[OUTPUTS - 1] ?? 0) >= FLOOD_FROM) flood.add(outlook, was);
    for (const [i, level] of levels.entries()) note(bins[i] ?? [], outlook, level, was[WITHIN_OUTPUT] ?? 0);
  }
  return { all, flood, bins };
}

/** What was expected, and what was: at each horizon the level, then the highest level until then. */
function* casesOf(table: Table, judged: readonly Judged[]): Generator<{ outlook: Outlook; was: number[] }> {
  for (const year of judged) yield* casesIn(table, year);
}

function* casesIn(table: Table, { guesses, shapes }: Judged): Generator<{ outlook: Outlook; was: number[] }> {
  for (const [row, guess] of guesses) {
    const value = table.level[row] ?? Number.NaN;
    const outcome = table.outcome.subarray(row * OUTPUTS, (row + 1) * OUTPUTS);
    if (!Number.isFinite(outcome[0])) continue;
    const outlook = outlookOf(table.instants[row] ?? 0, value, guess, shapes);
    yield { outlook, was: Array.from(outcome, (change) => value + change) };
  }
}

/** Only of levels that lie above the water and not far: elsewhere nobody asks. */
function note(bins: readonly Bin[], outlook: Outlook, level: number, highest: number): void {
  if (outlook.value >= level || outlook.value <= level - 2.5) return;
  const chance = chanceWithin(outlook, level, WITHIN);
  const bin = bins[BINS.findIndex((to) => chance < to) - 1];
  if (!bin) return;
  bin.told++;
  if (highest >= level - 1e-6) bin.came++;
}

function binText(bins: readonly Bin[]): string {
  const name = (i: number) => `${share(BINS[i] ?? 0)}–${share(Math.min(1, BINS[i + 1] ?? 1))}`;
  return bins.map(({ told, came }, i) => `${name(i)}: ${share(came / told)} of ${told}`).join("   ");
}

function byHorizon(label: string, figure: (horizon: number) => string): string {
  return `${label.padEnd(17)}${HORIZONS.map((_, h) => figure(h).padStart(6)).join("")}`;
}
