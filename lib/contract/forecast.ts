import { z } from "zod";
import { Ms } from "./common";
import { Level } from "./level";

/** When a level is expected to be reached: the chance of it, the middle, and an interval that holds it with 80 %. */
export const Expectation = z.object({
  probability: z.number().min(0).max(1).describe("that the level is reached within the farthest horizon, six hours"),
  expectedAt: Ms.describe("if it is reached: as likely before as after"),
  from: Ms.describe("if it is reached: with 10 % before"),
  to: Ms.describe("if it is reached: with 90 % before"),
});
export type Expectation = z.infer<typeof Expectation>;

/** Who forecasts: a model that was trained, or the trend of the last hour where there is none (id "trend", trainedAt null). */
export const Forecaster = z.object({ id: z.string(), trainedAt: Ms.nullable() });
export type Forecaster = z.infer<typeof Forecaster>;

/** What became of a forecast: the level was reached, it was not, or it was reached and nobody had said so. */
export const ForecastEnd = z.enum(["fulfilled", "lapsed", "missed"]);
export type ForecastEnd = z.infer<typeof ForecastEnd>;

/** What makes an alert a forecast: it tells of a crossing that has not come. */
export const AlertForecast = z.object({
  threshold: z.number().describe("the level that is expected to be reached, in the stream's unit"),
  by: Forecaster,
  first: Expectation.describe("as it was when the alert was raised"),
  now: Expectation.describe("as it was last computed"),
  nowAt: Ms.describe("event time for which it was last computed"),
  end: ForecastEnd.exclude(["missed"]).nullable(),
  leadMs: z.number().int().nullable().describe("from the raising to the crossing"),
  alertId: z.string().nullable().describe("the real alert that it became"),
});
export type AlertForecast = z.infer<typeof AlertForecast>;

/** Where a level may lie: with 10 % below `low`, as likely below as above `middle`, with 90 % below `high`. */
const Span = z.object({ low: z.number(), middle: z.number(), high: z.number() });

/** What is expected of a stream: points with an interval of 10 to 90 %, and each level that a rule asks about. */
export const Forecast = z.object({
  deviceId: z.string(),
  stream: z.string(),
  at: Ms,
  value: z.number(),
  by: Forecaster,
  points: z.array(Span.extend({ at: Ms })),
  highest: Span.describe("the highest level within the farthest horizon"),
  crossings: z.array(Expectation.extend({ ruleId: z.string(), level: Level, threshold: z.number() })),
});
export type Forecast = z.infer<typeof Forecast>;

/** How often a forecaster was right about a level: of crossings, those that were forecast; of alerts, those that were false. */
export const ForecastScore = z.object({
  threshold: z.number(),
  crossings: z.number().int(),
  hits: z.number().int(),
  alerts: z.number().int(),
  falseAlarms: z.number().int(),
  /** Median; null where nothing was hit. */
  leadMs: z.number().int().nullable(),
});
export type ForecastScore = z.infer<typeof ForecastScore>;

/** A forecaster with its score on the history it was trained on (each part left out in turn), and its score in this city. */
export const ForecasterInfo = Forecaster.extend({
  deviceId: z.string().nullable(),
  stream: z.string().nullable(),
  source: z.string(),
  from: Ms.nullable(),
  to: Ms.nullable(),
  trained: z.array(ForecastScore),
  served: z.array(ForecastScore.extend({ deviceId: z.string(), stream: z.string() })),
});
export type ForecasterInfo = z.infer<typeof ForecasterInfo>;

/** One forecast that has ended, or a crossing without one, as it is counted. Times are event time. */
export type ForecastResult = {
  by: Forecaster;
  deviceId: string;
  stream: string;
  ruleId: string;
  threshold: number;
  end: ForecastEnd;
  at: number;
  leadMs: number | null;
};
