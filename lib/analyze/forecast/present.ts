import type { Forecast } from "../../contract/forecast";
import { crossingOf } from "./crossing";
import type { Expected } from "./expect";
import { HORIZONS, quantile } from "./outlook";
import type { Target } from "./plan-forecasts";

/** What is expected of a stream, as screens and the API have it: levels that are reached already are left out. */
export function forecastOf(
  { deviceId, stream, bars }: Pick<Target, "deviceId" | "stream" | "bars">,
  { outlook, by }: Expected,
): Forecast {
  const { at, value } = outlook;
  return {
    deviceId,
    stream,
    at,
    value,
    by,
    points: outlook.level.map((spread, h) => ({
      at: at + (HORIZONS[h] ?? 0),
      low: quantile(spread, 0.1),
      middle: quantile(spread, 0.5),
      high: quantile(spread, 0.9),
    })),
    crossings: bars
      .filter(({ limit }) => limit > value)
      .map(({ rule, level, limit }) => ({ ruleId: rule.id, level, threshold: limit, ...crossingOf(outlook, limit) })),
  };
}
