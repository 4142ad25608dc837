import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import type { ModelFile } from "../analyze/forecast/model-file";
import { DAY, MINUTE, wallClock } from "../base/clock";
import { jamsuPlan, type TrainingPlan } from "../training/jamsu";
import { train } from "../training/train";
import { readWide } from "../training/wide-csv";
import type { Terminal } from "./open-city";

type TrainOptions = { data: string; plan?: string; out: string };

export function forecastCommand(terminal: Terminal): Command {
  const forecast = new Command("forecast").description(
    "Forecasts of levels: what they learnt from, and how good they are",
  );
  forecast
    .command("train")
    .description("Learn a forecast from history, leaving each year out once to score it")
    .requiredOption("--data <file>", "a wide csv or csv.gz: a time, then a column for each stream")
    .option(
      "--plan <file>",
      "JSON with recipe, columns, source and levels of another river (default: the Jamsu bridge)",
    )
    .requiredOption("--out <file>", "where to write the model")
    .action((options: TrainOptions) => trainModel(terminal, options));
  return forecast;
}

async function trainModel(terminal: Terminal, { data, plan: planFile, out }: TrainOptions): Promise<void> {
  const from = process.env.INIT_CWD ?? process.cwd();
  const plan = planFile ? (JSON.parse(readFileSync(resolve(from, planFile), "utf8")) as TrainingPlan) : jamsuPlan;
  const streams = await readWide(resolve(from, data), plan.columns);
  const { recipe, source, levels } = plan;
  const file = await train({ history: { recipe, streams }, source, now: wallClock.now(), levels }, (done, of) =>
    terminal.err(`learnt ${done} of ${of}`),
  );
  writeFileSync(resolve(from, out), `${JSON.stringify(file)}\n`);
  for (const line of scoreLines(file)) terminal.out(line);
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
