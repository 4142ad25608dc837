/** Rows to learn from: `inputs` of width `width` and `targets` of width `outputs`, row by row, and how much each row counts. */
export type Lesson = {
  count: number;
  width: number;
  outputs: number;
  inputs: Float64Array;
  targets: Float64Array;
  weight: Float64Array;
  /** Columns that are hidden now and then (zero, and 1 in the column that says so), so that a gap is nothing new. */
  hideable: readonly { columns: readonly number[]; flag: number }[];
};
