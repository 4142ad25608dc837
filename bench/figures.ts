/** Value below which the share `p` (0–1) of the sorted `values` lies; NaN where there is none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

export const perSecond = (count: number, ms: number): number => Math.round((count * 1000) / ms);
export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const count = (value: number): string => Math.round(value).toLocaleString("en-US");

/** One line of the report: a name and a figure, right-aligned, and what to know about it. */
export function line(name: string, figure: string, note = ""): void {
  console.log(`  ${name.padEnd(46)} ${figure.padStart(14)}  ${note}`.trimEnd());
}
