import type { Table } from "../analyze/forecast/table";
import { KST_OFFSET_MS } from "../base/clock";

/** Into which part of history each row falls. A part is learnt from or scored on, never both at once. */
export type Folds = readonly number[];

const FEWEST_YEARS = 4;
const BLOCKS = 5;

/** By calendar year where there are four or more, otherwise five stretches of equal length. */
export function foldsOf({ instants }: Table): Folds {
  const years = Array.from(instants, (at) => new Date(at + KST_OFFSET_MS).getUTCFullYear());
  if (new Set(years).size >= FEWEST_YEARS) return years;
  return Array.from(instants.keys(), (row) => Math.floor((row * BLOCKS) / instants.length));
}
