/**
 * Solves A·x = b for a symmetric, positive definite A, given by its lower triangle row by row (Cholesky). A little is added to
 * the diagonal, so that what the data do not tell becomes small and not wild.
 */
export function solve(matrix: Float64Array, right: Float64Array, ridge = 1e-9): Float64Array {
  const size = right.length;
  const lower = decompose(matrix, size, ridge);
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0;
    for (let j = 0; j < i; j++) sum -= (lower[i * size + j] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let j = i + 1; j < size; j++) sum -= (lower[j * size + i] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  return x;
}

function decompose(matrix: Float64Array, size: number, ridge: number): Float64Array {
  const lower = new Float64Array(size * size);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i] ?? 0;
  const extra = (ridge * trace) / size;
  const rest = (i: number, j: number) => {
    let sum = matrix[i * size + j] ?? 0;
    for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
    return sum;
  };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) lower[i * size + j] = rest(i, j) / (lower[j * size + j] ?? 1);
    lower[i * size + i] = Math.sqrt(Math.max(rest(i, i) + extra, extra, Number.MIN_VALUE));
  }
  return lower;
}
