import { MINUTE } from "../../base/clock";
import type { Forecaster } from "../../contract/forecast";
import type { Operating } from "./decide";
import { forecaster, outlookOf } from "./model";
import { type ModelFile, unpackModel } from "./model-file";
import type { Outlook } from "./outlook";
import { nameOf } from "./recipe";
import { Series } from "./series";
import { trendGuess } from "./trend";
import { trendOperating, trendShapes } from "./trend-shapes";

/** What is expected of a level from an instant, by whom, and how it is decided on. */
export type Expected = { outlook: Outlook; by: Forecaster; operating: Operating };
export type Expect = (at: number) => Expected | null;

export const trendForecaster: Forecaster = { id: "trend", trainedAt: null };
const NOW_MS = 15 * MINUTE;

/** What the trend of its last hour says of a level. */
export function expectTrend(level: Series): Expect {
  return (at) => {
    const guess = trendGuess(level, at);
    const value = level.last(at, NOW_MS);
    if (!guess || Number.isNaN(value)) return null;
    return { outlook: outlookOf(at, value, guess, trendShapes), by: trendForecaster, operating: trendOperating };
  };
}

/** What a model says of its level (streams by the names of its recipe), and the trend where the model has not heard enough. */
export function expectModel(file: ModelFile, streams: ReadonlyMap<string, Series>): Expect {
  const forecast = forecaster(unpackModel(file), streams);
  const trend = expectTrend(streams.get(nameOf(file.model.recipe.target)) ?? new Series());
  const by = { id: file.id, trainedAt: file.trainedAt };
  return (at) => {
    const outlook = forecast(at);
    return outlook ? { outlook, by, operating: file.operating } : trend(at);
  };
}
