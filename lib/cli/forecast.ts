import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import type { ModelFile } from "../analyze/forecast/model-file";
import { nameOf, type StreamName, streamsOf } from "../analyze/forecast/recipe";
import { Series } from "../analyze/forecast/series";
import { DAY, MINUTE, wallClock } from "../base/clock";
import { loadModels } from "../forecast-models";
import { putModel } from "../store/forecast/models";
import { emptyRun } from "../store/history/run";
import type { Store } from "../store/open";
import { readingsBetween } from "../store/reading/readings-between";
import { findStream } from "../store/stream/find-stream";
import { jamsuPlan, type TrainingPlan } from "../training/jamsu";
import { train } from "../training/train";
import { readWide } from "../training/wide-csv";
import { type Terminal, withCity } from "./open-city";

type TrainOptions = { data?: string; plan?: string; out?: string };

export function forecastCommand(terminal: Terminal): Command {
  const forecast = new Command("forecast").description(
    "Forecasts of levels: what they learnt from, and how good they are",
  );
  forecast
    .command("train")
    .description(
      "Learn a forecast, leaving each part of history out once to score it; the running city takes it at once",
    )
    .option(
      "--data <file>",
      "a wide csv or csv.gz: a time, then a column for each stream (default: what the city has stored)",
    )
    .option(
      "--plan <file>",
      "JSON with recipe, columns, source and levels of another river (default: the Jamsu bridge)",
    )
    .option("--out <file>", "write the model to a file, and leave the city as it is")
    .action((options: TrainOptions) => trainModel(terminal, options));
  forecast
    .command("list")
    .description("The models in force, each with its score on history that it had not learnt from")
    .action(() =>
      withCity(terminal, async ({ store }) => {
        for (const file of await loadModels(store)) for (const line of scoreLines(file)) terminal.out(line);
      }),
    );
  return forecast;
}

async function trainModel(terminal: Terminal, { data, plan: planFile, out }: TrainOptions): Promise<void> {
  const from = process.env.INIT_CWD ?? process.cwd();
  const plan = planFile ? (JSON.parse(readFileSync(resolve(from, planFile), "utf8")) as TrainingPlan) : jamsuPlan;
  const learn = async (streams: ReadonlyMap<string, Series>, source: string) => {
    const given = { history: { recipe: plan.recipe, streams }, source, now: wallClock.now(), levels: plan.levels };
    const file = await train(given, (done, of) => terminal.err(`learnt ${done} of ${of}`));
    for (const line of scoreLines(file)) terminal.out(line);
    return file;
  };
  const fromFile = () => readWide(resolve(from, data ?? ""), plan.columns);
  if (data && out)
    return writeFileSync(resolve(from, out), `${JSON.stringify(await learn(await fromFile(), plan.source))}\n`);
  await withCity(terminal, async (city) => {
    const streams = data ? await fromFile() : await storedStreams(city.store, streamsOf(plan.recipe));
    const file = await learn(streams, data ? plan.source : "this city's own readings");
    if (out) return writeFileSync(resolve(from, out), `${JSON.stringify(file)}\n`);
    await city.store.write(async (tx) => {
      const { device: deviceId, stream } = file.model.recipe.target;
      await putModel(tx, { id: file.id, trainedAt: file.trainedAt, deviceId, stream, body: JSON.stringify(file) });
      await city.record(tx, "forecast.train", `forecast:${file.id}`, { source: file.source, score: file.score });
      await city.announce(tx);
    });
  });
}

/** What the city has stored of these streams; one that it does not have is empty. */
async function storedStreams(store: Store, names: readonly StreamName[]): Promise<Map<string, Series>> {
  const streams = new Map<string, Series>();
  for (const name of names) {
    const found = await findStream(store.reader, name.device, name.stream);
    // one after the other: together they may be more than fits
    const runs = found === null ? null : await readingsBetween(store, [found], 0, Number.MAX_SAFE_INTEGER);
    const series = new Series();
    const { at, value } = (found !== null && runs?.get(found)) || emptyRun;
    for (const [i, instant] of at.entries()) series.push(instant, value[i] ?? Number.NaN);
    streams.set(nameOf(name), series);
  }
  return streams;
}

/** What a model is and how it did, in a few lines. */
export function scoreLines({ id, source, from, to, operating, score }: ModelFile): string[] {
  const min = (ms: number | null) => (ms === null ? "–" : Math.round(ms / MINUTE));
  return [
    `${id}: ${source}`,
    `  ${new Date(from).toISOString().slice(0, 10)} to ${new Date(to).toISOString().slice(0, 10)}, ${Math.round((to - from) / DAY)} days`,
    `  raised at ${Math.round(100 * operating.raise)} % within ${min(operating.horizonMs)} min, held ${min(operating.holdMs)} min`,
    ...score.map(
      ({ level, hits, events, lead, falseAlarms, episodes }) =>
        `  ${level}: ${hits} of ${events} crossings forecast, lead ${lead.map(min).join(" / ")} min, ${falseAlarms} of ${episodes} alerts false`,
    ),
  ];
}
