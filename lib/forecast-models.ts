import type { ModelFile } from "./analyze/forecast/model-file";
import type { Alert } from "./contract/alert";
import type { ForecasterInfo } from "./contract/forecast";
import { listModels } from "./store/forecast/models";
import { servedScores } from "./store/forecast/served-scores";
import type { Store } from "./store/open";
import { shippedModel } from "./training/shipped";

/** The models in force: the newest that was trained here of each, and those that ship of which none was. */
export async function loadModels(store: Store): Promise<ModelFile[]> {
  const trained = (await listModels(store.reader)).map(({ body }) => JSON.parse(body) as ModelFile);
  const shipped = [shippedModel()].filter(({ id }) => !trained.some((model) => model.id === id));
  return [...trained, ...shipped];
}

/** At which level the alert of a rule on a stream stands, of these alerts; 0 where none does. A forecast is no such alert. */
export function standingLevel(alerts: Iterable<Alert>, ruleId: string, deviceId: string, stream: string): number {
  let level = 0;
  for (const a of alerts)
    if (a.ruleId === ruleId && a.deviceId === deviceId && a.stream === stream && a.state !== "cleared" && !a.forecast)
      level = Math.max(level, a.level);
  return level;
}

/** Who forecasts in this city, and how good they were: on history that they had not learnt from, and here. */
export async function forecastersOf(store: Store, models: readonly ModelFile[]): Promise<ForecasterInfo[]> {
  const served = await servedScores(store.reader);
  const own = (id: string) =>
    served.filter((s) => s.model === id).map(({ model: _model, trainedAt: _at, ...score }) => score);
  return models.map(({ id, trainedAt, source, from, to, score, model }) => ({
    id,
    trainedAt,
    deviceId: model.recipe.target.device,
    stream: model.recipe.target.stream,
    source,
    from,
    to,
    trained: score.map(({ level, events, hits, episodes, falseAlarms, lead }) => ({
      threshold: level,
      crossings: events,
      hits,
      alerts: episodes,
      falseAlarms,
      leadMs: lead[1],
    })),
    served: own(id),
  }));
}
