const MOST_DECIMALS = 6;
/** Differences of two such numbers still fold into a varint. */
const LARGEST = 2 ** 50;

/** 10^k for k digits after the point. */
export const scaleOf = (decimals: number): number => 10 ** decimals;

/** How many digits after the point (0–6) say every one of these values bit for bit; null where none do: −0, a third, 1e300. */
export function decimalsOf(...columns: Float64Array[]): number | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++)
    if (columns.every((values) => whole(values, scaleOf(decimals)))) return decimals;
  return null;
}

function whole(values: Float64Array, scale: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const scaled = Math.round(value * scale);
    if (scaled / scale !== value || Math.abs(scaled) > LARGEST || (scaled === 0 && Object.is(value, -0))) return false;
  }
  return true;
}
