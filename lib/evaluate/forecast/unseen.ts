import type { Operating } from "../../analyze/forecast/decide";
import { forecaster } from "../../analyze/forecast/model";
import { type ModelFile, unpackModel } from "../../analyze/forecast/model-file";
import type { Outlook } from "../../analyze/forecast/outlook";
import { nameOf, streamsOf } from "../../analyze/forecast/recipe";
import { Series } from "../../analyze/forecast/series";
import { STEP_MS } from "../../analyze/forecast/table";
import { readReadings } from "../../exercise/recording";

export type Unseen = { outlooks: Outlook[]; operating: Operating; level: Series; missing: string[] };

/** What the model that ships expects in the recording of August 2022, by the same function that the city calls. */
export async function unseenFlood(data: string, file: ModelFile): Promise<Unseen> {
  const model = unpackModel(file);
  const streams = await recorded(`${data}/han-river-2022-08/readings.csv.gz`);
  const level = streams.get(nameOf(model.recipe.target)) ?? new Series();
  const forecast = forecaster(model, streams);
  const outlooks: Outlook[] = [];
  for (let at = level.timeAt(0); at <= level.newest; at += STEP_MS) {
    const outlook = forecast(at);
    if (outlook) outlooks.push(outlook);
  }
  const missing = streamsOf(model.recipe)
    .map(nameOf)
    .filter((name) => !streams.has(name));
  return { outlooks, operating: file.operating, level, missing };
}

/** A recording's streams by name. */
export async function recorded(file: string): Promise<Map<string, Series>> {
  const streams = new Map<string, Series>();
  for await (const row of readReadings(file)) {
    if (!("at" in row)) continue;
    const name = nameOf(row);
    const series = streams.get(name) ?? new Series();
    streams.set(name, series);
    series.push(row.at, row.value);
  }
  return streams;
}
