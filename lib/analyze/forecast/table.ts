import { MINUTE } from "../../base/clock";
import { groupsOf, type Streams } from "./look-back";
import { FARTHEST, HORIZONS } from "./outlook";
import { nameOf, type Recipe } from "./recipe";
import { Series } from "./series";

/** History as rows to learn from and to be scored on: one for each instant at which the level is known well enough. */
export type Table = {
  instants: Float64Array;
  /** The level at each instant. */
  level: Float64Array;
  /** Groups that do not hang on the tide, side by side; a missing group is NaN. */
  fixed: Float32Array;
  fixedWidth: number;
  /** What the level did: for each horizon its change, then its highest change; NaN where it was not told. */
  outcome: Float32Array;
  /** Rows that floods are made of: a level or a flow among its highest. */
  wet: Uint8Array;
};

export const STEP_MS = 10 * MINUTE;
export const OUTPUTS = 2 * HORIZONS.length;
const WET_SHARE = 0.06;
const noTide = () => Number.NaN;

/** Reads history (streams by name) at every step of ten minutes. */
export function tableOf(recipe: Recipe, streams: Streams): Table {
  const level = streams.get(nameOf(recipe.target)) ?? new Series();
  const groups = groupsOf(recipe, streams, noTide).filter((group) => !group.tidal);
  const instants = stepsOf(level).filter((at) => groups[0]?.read(at) !== null);
  const fixedWidth = groups.reduce((sum, group) => sum + group.width, 0);
  const table: Table = {
    instants: Float64Array.from(instants),
    level: Float64Array.from(instants, (at) => level.last(at, STEP_MS)),
    fixed: new Float32Array(instants.length * fixedWidth).fill(Number.NaN),
    fixedWidth,
    outcome: new Float32Array(instants.length * OUTPUTS).fill(Number.NaN),
    wet: wetOf(recipe, streams, instants),
  };
  instants.forEach((at, row) => {
    let column = row * fixedWidth;
    for (const group of groups) {
      table.fixed.set(group.read(at) ?? [], column);
      column += group.width;
    }
    table.outcome.set(outcomeOf(level, at), row * OUTPUTS);
  });
  return table;
}

function stepsOf(level: Series): number[] {
  const steps = new Set<number>();
  for (let i = 0; i < level.length; i++) steps.add(Math.ceil(level.timeAt(i) / STEP_MS) * STEP_MS);
  return [...steps];
}

function outcomeOf(level: Series, at: number): number[] {
  const now = level.last(at, STEP_MS);
  const until = level.over(at, at + FARTHEST);
  // where a part of the next hours was not told, nobody knows how high it went
  if (until.count < (0.9 * FARTHEST) / STEP_MS) return [];
  const outcome = [
    ...HORIZONS.map((h) => level.last(at + h, 2 * STEP_MS) - now),
    ...HORIZONS.map((h) => level.over(at, at + h).max - now),
  ];
  return outcome.every(Number.isFinite) ? outcome : [];
}

function wetOf(recipe: Recipe, streams: Streams, instants: readonly number[]): Uint8Array {
  const wet = new Uint8Array(instants.length);
  const telling = recipe.inputs.flatMap((i) => (i.role === "level" || i.role === "flow" ? [i.of] : []));
  for (const name of [recipe.target, ...telling]) {
    const series = streams.get(nameOf(name));
    if (!series) continue;
    const values = Float64Array.from(instants, (at) => series.last(at, 6 * STEP_MS));
    const limit = highest(values, WET_SHARE);
    values.forEach((value, row) => {
      if (value >= limit) wet[row] = 1;
    });
  }
  return wet;
}

/** The value that this share of the values reaches. */
export function highest(values: Float64Array, share: number): number {
  const known = values.filter(Number.isFinite).toSorted();
  return known[Math.floor(known.length * (1 - share))] ?? Number.POSITIVE_INFINITY;
}
