import { trendForecaster } from "./analyze/forecast/expect";
import type { ModelFile } from "./analyze/forecast/model-file";
import type { Alert } from "./contract/alert";
import type { Forecaster, ForecasterInfo } from "./contract/forecast";
import { findModel, listModels } from "./store/forecast/models";
import { servedScores } from "./store/forecast/served-scores";
import type { Store } from "./store/open";
import { shippedModel } from "./training/shipped";

/** The models in force: the newest that was trained here of each, and those that ship of which none was. */
export async function loadModels(store: Store): Promise<ModelFile[]> {
  const trained = (await listModels(store.reader)).map(({ body }) => JSON.parse(body) as ModelFile);
  const shipped = [shippedModel()].filter(({ id }) => !trained.some((model) => model.id === id));
  return [...trained, ...shipped];
}

/** The training that forecast; null for the trend, and where that training is gone. */
export async function modelBy(store: Store, { id, trainedAt }: Forecaster): Promise<ModelFile | null> {
  if (trainedAt === null) return null;
  const trained = await findModel(store.reader, id, trainedAt);
  if (trained) return JSON.parse(trained.body) as ModelFile;
  const shipped = shippedModel();
  return shipped.id === id && shipped.trainedAt === trainedAt ? shipped : null;
}

/** At which level the alert of a rule on a stream stands, of these alerts; 0 where none does. A forecast is no such alert. */
export function standingLevel(alerts: Iterable<Alert>, ruleId: string, deviceId: string, stream: string): number {
  let level = 0;
  for (const a of alerts)
    if (a.ruleId === ruleId && a.deviceId === deviceId && a.stream === stream && a.state !== "cleared" && !a.forecast)
      level = Math.max(level, a.level);
  return level;
}

/** Who forecasts in this city, the trend last, and how good they were: on history that they had not learnt from, and here. */
export async function forecastersOf(store: Store, models: readonly ModelFile[]): Promise<ForecasterInfo[]> {
  const scores = await servedScores(store.reader);
  const served = (by: Forecaster) =>
    scores
      .filter((s) => s.model === by.id && s.trainedAt === by.trainedAt)
      .map(({ model: _model, trainedAt: _at, ...score }) => score);
  return [
    ...models.map((file) => ({ ...trainedInfo(file), served: served(file) })),
    { ...trendForecaster, ...nobodyTaught, served: served(trendForecaster) },
  ];
}

const nobodyTaught = { deviceId: null, stream: null, source: "", from: null, to: null, trained: [] };

function trainedInfo({ id, trainedAt, source, from, to, score, model }: ModelFile): Omit<ForecasterInfo, "served"> {
  const { device: deviceId, stream } = model.recipe.target;
  const trained = score.map(({ level, events, hits, episodes, falseAlarms, lead }) => ({
    threshold: level,
    crossings: events,
    hits,
    alerts: episodes,
    falseAlarms,
    leadMs: lead[1],
  }));
  return { id, trainedAt, deviceId, stream, source, from, to, trained };
}
