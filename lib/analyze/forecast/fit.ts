import { chanceFrom } from "./chance";
import { type Course, learn } from "./learn";
import type { Lesson } from "./lesson";
import type { Streams } from "./look-back";
import { type Model, rowOf } from "./model";
import type { Net } from "./net";
import { nameOf, type Recipe, type TideInput } from "./recipe";
import { type RowReader, rowReader } from "./rows";
import { Series } from "./series";
import { OUTPUTS, type Table } from "./table";
import { fitTide, type Tide } from "./tide";

/** How a network is taught: the same for every river. */
const COURSE: Course = { hidden: [32, 16], epochs: 30, rate: 0.004, hide: 0.05 };
/** Of dry rows one in so many is learnt from; a wet row counts for so many dry ones. */
const DRY_ONE_IN = 20;
const WET_WEIGHT = 2;

/** What is learnt from history; with the shapes of its errors it is a model. */
export type Fitted = Omit<Model, "shapes">;
/** Whether a row of a table may be learnt from. */
export type Rows = (row: number) => boolean;

/** Learns from the rows of a table. The same rows and seeds give the same model on every machine. */
export function fitModel(
  recipe: Recipe,
  streams: Streams,
  table: Table,
  rows: Rows,
  seeds: readonly number[],
  course = COURSE,
): Fitted {
  const tide = tideOf(recipe, streams, table, rows);
  const learnt = Array.from(table.instants.keys()).filter((row) => rows(row) && isLearnt(table, row));
  const reader = rowReader(recipe, streams, table, tide);
  const read = learnt.map((row) => reader.read(row));
  const standard = standardOf(read, reader);
  const units = unitsOf(table, learnt);
  const lesson = lessonOf(table, learnt, units, (i) => rowOf(standard, reader.groups, read[i] ?? []), reader);
  const nets = seeds.map((seed) => rounded(learn(lesson, course, chanceFrom(seed))));
  return { recipe, tide, ...standard, units, nets };
}

function isLearnt({ wet, instants, outcome }: Table, row: number): boolean {
  if (!Number.isFinite(outcome[row * OUTPUTS])) return false;
  return wet[row] === 1 || chanceFrom((instants[row] ?? 0) / 60_000)() < 1 / DRY_ONE_IN;
}

/** A tide needs months to be told from weather. */
const FEWEST_HOURS = 1500;

/** The tide of the rows that may be learnt from, and of no other. */
function tideOf(recipe: Recipe, streams: Streams, table: Table, rows: Rows): Tide {
  const input = recipe.inputs.find((i): i is TideInput => i.role === "tide");
  const observed = input && streams.get(nameOf(input.of));
  if (!observed) return [];
  const learnt = new Series();
  table.instants.forEach((at, row) => {
    if (rows(row)) learnt.push(at, observed.last(at, 0));
  });
  return learnt.length >= FEWEST_HOURS * 6 ? fitTide(learnt).map(short) : [];
}

/** Six digits: as it is stored. */
const short = (value: number) => Number(value.toPrecision(6));

type Read = readonly (readonly number[] | null)[];

function standardOf(read: readonly Read[], { groups }: RowReader): Pick<Model, "mean" | "deviation"> {
  const mean: number[] = [];
  const deviation: number[] = [];
  groups.forEach(({ width }, g) => {
    const known = read.flatMap((row) => (row[g] ? [row[g]] : []));
    for (let i = 0; i < width; i++) {
      const middle = known.reduce((sum, numbers) => sum + (numbers[i] ?? 0), 0) / Math.max(1, known.length);
      const square =
        known.reduce((sum, numbers) => sum + ((numbers[i] ?? 0) - middle) ** 2, 0) / Math.max(1, known.length);
      mean.push(middle);
      deviation.push(Math.sqrt(square) + 1e-6);
    }
  });
  return { mean: mean.map(short), deviation: deviation.map(short) };
}

/** The deviation of each output: what the network takes for one. */
function unitsOf({ outcome }: Table, rows: readonly number[]): number[] {
  return Array.from({ length: OUTPUTS }, (_, o) => {
    const square =
      rows.reduce((sum, row) => sum + (outcome[row * OUTPUTS + o] ?? 0) ** 2, 0) / Math.max(1, rows.length);
    return short(Math.sqrt(square) + 1e-6);
  });
}

function lessonOf(
  { outcome, wet }: Table,
  rows: readonly number[],
  units: readonly number[],
  inputsOf: (index: number) => Float64Array,
  { groups, width: columns }: RowReader,
): Lesson {
  const width = columns + groups.length;
  const inputs = new Float64Array(rows.length * width);
  const targets = new Float64Array(rows.length * OUTPUTS);
  rows.forEach((row, i) => {
    inputs.set(inputsOf(i), i * width);
    for (const [o, unit] of units.entries()) targets[i * OUTPUTS + o] = (outcome[row * OUTPUTS + o] ?? 0) / unit;
  });
  const weight = Float64Array.from(rows, (row) => (wet[row] === 1 ? WET_WEIGHT : 1));
  const mean = weight.reduce((a, b) => a + b, 0) / Math.max(1, rows.length);
  return {
    count: rows.length,
    width,
    outputs: OUTPUTS,
    inputs,
    targets,
    weight: weight.map((w) => w / mean),
    hideable: hideable(groups),
  };
}

/** All groups but the first, without which there is no forecast. */
function hideable(groups: RowReader["groups"]): Lesson["hideable"] {
  const width = groups.reduce((sum, group) => sum + group.width, 0);
  let column = 0;
  return groups
    .map((group, g) => {
      const columns = Array.from({ length: group.width }, (_, i) => column + i);
      column += group.width;
      return { columns, flag: width + g };
    })
    .slice(1);
}

/** As it is stored: in single precision. */
function rounded(net: Net): Net {
  const round = (part: Float64Array) => Float64Array.from(part, Math.fround);
  return { weights: net.weights.map(round), biases: net.biases.map(round) };
}
