/** Readings of one stream as columns of equal length, each time once and in order: UTC ms, value in the stream's unit. */
export type Run = { at: Float64Array; value: Float64Array };

export const emptyRun: Run = { at: new Float64Array(0), value: new Float64Array(0) };

/** Index of the first time that is not earlier than `at`; the length where there is none. `end` bounds the search. */
export function indexFrom(times: Float64Array, at: number, end = times.length): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The readings from index `start` up to, without, `end`: a view, not a copy. */
export function cut(run: Run, start: number, end = run.at.length): Run {
  return { at: run.at.subarray(start, end), value: run.value.subarray(start, end) };
}

/** The readings with from ≤ at ≤ to: a view, not a copy. */
export function between(run: Run, from: number, to: number): Run {
  return cut(run, indexFrom(run.at, from), indexFrom(run.at, to + 1));
}

/** Both in one order. Where both have an instant, `first` counts; `added` is what `second` brought. */
export function union(first: Run, second: Run): { all: Run; added: Run } {
  const size = first.at.length + second.at.length;
  const all = { at: new Float64Array(size), value: new Float64Array(size) };
  const added = { at: new Float64Array(second.at.length), value: new Float64Array(second.at.length) };
  let n = 0;
  let fresh = 0;
  let i = 0;
  const put = (run: Run, index: number) => {
    all.at[n] = run.at[index] ?? 0;
    all.value[n++] = run.value[index] ?? 0;
  };
  for (let j = 0; j < second.at.length; j++) {
    const at = second.at[j] ?? 0;
    while (i < first.at.length && (first.at[i] ?? 0) < at) put(first, i++);
    if (i < first.at.length && first.at[i] === at) continue;
    put(second, j);
    added.at[fresh] = at;
    added.value[fresh++] = second.value[j] ?? 0;
  }
  while (i < first.at.length) put(first, i++);
  return { all: cut(all, 0, n), added: cut(added, 0, fresh) };
}

/** A run of [at, value] rows that are in order. */
export function runOf(rows: readonly (readonly [at: number, value: number])[]): Run {
  return { at: Float64Array.from(rows, (row) => row[0]), value: Float64Array.from(rows, (row) => row[1]) };
}

export function sameRun(a: Run, b: Run): boolean {
  return a.at.length === b.at.length && a.at.every((at, i) => at === b.at[i] && Object.is(a.value[i], b.value[i]));
}
