import { MINUTE } from "../../base/clock";
import type { Series } from "./series";
import { solve } from "./solve";
import { tideTerms } from "./tide-waves";

/** A harbour's tide: the weight of each term of `tideTerms`, in the unit that was fitted. */
export type Tide = readonly number[];

const FIT_EVERY_MS = 60 * MINUTE;

/** The tide that fits these observations best, by least squares over one reading an hour. Needs some months of them. */
export function fitTide(observed: Series): Tide {
  const size = tideTerms(0).length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  let next = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < observed.length; k++) {
    const at = observed.timeAt(k);
    if (at < next) continue;
    next = at + FIT_EVERY_MS;
    addTo(matrix, right, tideTerms(at), observed.valueAt(k));
  }
  return [...solve(matrix, right)];
}

function addTo(matrix: Float64Array, right: Float64Array, terms: Float64Array, value: number): void {
  const size = terms.length;
  for (let i = 0; i < size; i++) {
    const term = terms[i] ?? 0;
    right[i] = (right[i] ?? 0) + term * value;
    for (let j = 0; j <= i; j++) matrix[i * size + j] = (matrix[i * size + j] ?? 0) + term * (terms[j] ?? 0);
  }
}

const SLOT_MS = 10 * MINUTE;
const KEPT = 400_000;

/** The tide at any instant (UTC ms), to the nearest ten minutes; what was asked is remembered. */
export function tideClock(tide: Tide): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const slot = Math.round(at / SLOT_MS);
    let height = known.get(slot);
    if (height === undefined) {
      const terms = tideTerms(slot * SLOT_MS);
      height = 0;
      for (let i = 0; i < terms.length; i++) height += (terms[i] ?? 0) * (tide[i] ?? 0);
      if (known.size >= KEPT) known.clear();
      known.set(slot, height);
    }
    return height;
  };
}
