import type { Level } from "../../contract/level";
import type { Rule } from "../../contract/rule";
import type { Job, Key, Plan } from "../plan";
import { LOOK_BACK_MS } from "./look-back";
import type { ModelFile } from "./model-file";
import { nameOf, streamsOf } from "./recipe";

/** One level of one rule that a stream may come to. */
export type ForecastBar = { rule: Rule; level: Level; limit: number };

/** One level to forecast: which of its levels rules ask about, and the model that knows it, with where its inputs come in. */
export type Target = {
  key: Key;
  deviceId: string;
  stream: string;
  bars: ForecastBar[];
  model: ModelFile | null;
  /** Streams by the names of the model's recipe; without a model the level itself. */
  inputs: ReadonlyMap<string, Key>;
};

/** How far the look back of any forecast goes, ms. */
export const FORECAST_SPAN_MS = LOOK_BACK_MS;

/** Every stream whose kind says that its future can be told, with the rules on its value, and the newest model of each. */
export function targetsOf(plan: Plan, models: readonly ModelFile[]): Target[] {
  const keys = new Map(
    plan.streams.map(({ subject }) => [nameOf({ ...subject, device: subject.deviceId }), subject.key]),
  );
  return plan.streams
    .filter(({ stream }) => stream.foreseen)
    .map(({ subject }) => {
      const { key, deviceId, stream } = subject;
      const own = { device: deviceId, stream };
      const model = models.find(({ model: { recipe } }) => nameOf(recipe.target) === nameOf(own)) ?? null;
      const names = (model ? streamsOf(model.model.recipe) : [own]).map(nameOf);
      const inputs = names.flatMap((name) => (keys.has(name) ? [[name, keys.get(name) ?? key] as const] : []));
      const bars = plan.jobs
        .filter((job) => job.subject.key === key && tellsOf(job))
        .flatMap(({ rule }) => barsOf(rule));
      return { key, deviceId, stream, bars, model, inputs: new Map(inputs) };
    });
}

/** A rule on the value of a stream that rises: what a forecast of the value can say something of. */
function tellsOf({ rule, subject }: Job): boolean {
  return rule.measure.type === "value" && rule.direction === "at-or-above" && subject.zone === undefined;
}

/** Every level of a rule on a value. */
export function barsOf(rule: Rule): ForecastBar[] {
  return [
    { rule, level: rule.level, limit: rule.raise },
    ...(rule.steps ?? []).map(({ level, raise }) => ({ rule, level, limit: raise })),
  ];
}
