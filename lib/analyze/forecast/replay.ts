import type { Alert } from "../../contract/alert";
import type { EvidenceStream } from "../../contract/evidence";
import type { Expectation, Forecast } from "../../contract/forecast";
import type { Rule } from "../../contract/rule";
import type { Scene } from "../evidence";
import { chanceWithin, crossingOf } from "./crossing";
import { Ear } from "./ear";
import { type Expect, expectModel, expectTrend } from "./expect";
import type { ModelFile } from "./model-file";
import { barsOf } from "./plan-forecasts";
import { forecastOf } from "./present";
import { nameOf } from "./recipe";
import { Series } from "./series";

/** What a forecast comes to again: equal where the same alert, with the very same expectation, comes of the readings. */
export type ForecastReplay = { equal: boolean; expected: Expectation; forecast: Forecast };

type Foretelling = Pick<Alert, "deviceId" | "stream" | "raisedAt" | "forecast">;

/**
 * Forecasts anew from the readings that a forecast alert rests on, by who forecast then (`model`: null for the trend). Null where
 * those readings are too few to forecast from.
 */
export function replayForecast(
  rule: Rule,
  alert: Foretelling,
  scene: Scene,
  streams: readonly EvidenceStream[],
  model: ModelFile | null,
): ForecastReplay | null {
  const { deviceId, stream, raisedAt, forecast: told } = alert;
  const heard = seriesOf(scene, streams, raisedAt);
  const level = heard.get(nameOf({ device: deviceId, stream })) ?? new Series();
  const expect = model ? expectModel(model, heard) : expectTrend(level);
  const expected = expect(raisedAt);
  if (!expected || !told) return null;
  const again = crossingOf(expected.outlook, told.threshold);
  const { horizonMs, holdMs, raise } = expected.operating;
  const chances = instants(level, raisedAt - holdMs, raisedAt).map((at) =>
    chanceAt(expect, at, told.threshold, horizonMs),
  );
  return {
    equal: chances.every((chance) => chance >= raise) && same(again, told.first) && expected.by.id === told.by.id,
    expected: again,
    forecast: forecastOf({ deviceId, stream, bars: barsOf(rule) }, expected),
  };
}

function chanceAt(expect: Expect, at: number, threshold: number, horizonMs: number): number {
  const expected = expect(at);
  return expected ? chanceWithin(expected.outlook, threshold, horizonMs) : 0;
}

function same(a: Expectation, b: Expectation): boolean {
  const near = Math.abs(a.probability - b.probability) < 1e-9;
  return near && a.expectedAt === b.expectedAt && a.from === b.from && a.to === b.to;
}

function instants(level: Series, from: number, to: number): number[] {
  const [first, end] = [level.after(from - 1), level.after(to)];
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => level.timeAt(first + i));
}

/** The streams as they were believed up to `until`: as the city hears them. */
function seriesOf(scene: Scene, streams: readonly EvidenceStream[], until: number): Map<string, Series> {
  const known = new Map(
    scene.devices.flatMap((d) => d.streams.map((s) => [nameOf({ device: d.id, stream: s.name }), s])),
  );
  return new Map(
    streams.flatMap(({ deviceId, stream, at, value }) => {
      const name = nameOf({ device: deviceId, stream });
      const spec = known.get(name);
      if (!spec) return [];
      const ear = new Ear(spec);
      for (const [i, instant] of at.entries()) if (instant <= until) ear.take(instant, value[i] ?? Number.NaN);
      return [[name, ear.series] as const];
    }),
  );
}
