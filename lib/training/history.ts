import type { Recipe } from "../analyze/forecast/recipe";
import { Series } from "../analyze/forecast/series";

/** History as it goes from thread to thread. */
export type Packed = { recipe: Recipe; streams: [name: string, times: Float64Array, values: Float64Array][] };
export type History = { recipe: Recipe; streams: ReadonlyMap<string, Series> };

export function pack({ recipe, streams }: History): Packed {
  return {
    recipe,
    streams: [...streams].map(([name, s]) => [
      name,
      Float64Array.from({ length: s.length }, (_, i) => s.timeAt(i)),
      Float64Array.from({ length: s.length }, (_, i) => s.valueAt(i)),
    ]),
  };
}

export function unpack({ streams }: Packed): Map<string, Series> {
  return new Map(
    streams.map(([name, times, values]) => {
      const series = new Series();
      for (const [i, at] of times.entries()) series.push(at, values[i] ?? Number.NaN);
      return [name, series];
    }),
  );
}
