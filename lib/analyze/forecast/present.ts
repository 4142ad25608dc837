import type { Forecast } from "../../contract/forecast";
import { crossingOf } from "./crossing";
import type { Expected } from "./expect";
import { HORIZONS, quantile, type Spread } from "./outlook";
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
    points: outlook.level.map((spread, h) => ({ at: at + (HORIZONS[h] ?? 0), ...spanOf(spread) })),
    highest: spanOf(outlook.highest.at(-1), value),
    crossings: bars
      .filter(({ limit }) => limit > value)
      .map(({ rule, level, limit }) => ({ ruleId: rule.id, level, threshold: limit, ...crossingOf(outlook, limit) })),
  };
}

/** What has been is not fallen short of: the highest level is no lower than the present one. */
function spanOf(spread: Spread | undefined, least = Number.NEGATIVE_INFINITY) {
  const at = (chance: number) => Math.max(least, spread ? quantile(spread, chance) : least);
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
