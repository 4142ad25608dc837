import { Command } from "commander";
import { evaluateForecast } from "./forecast/evaluate-forecast";
import { noise } from "./noise/noise";

const program = new Command("evaluate").description(
  "How good the city's judgement is, on recordings that nobody here made.",
);

program
  .command("noise")
  .description(
    "street-flood alerts: which are sensor faults, with and without plausibility and hold, and what that costs",
  )
  .option("--data <folder>", "where the recordings are", "../shared/data")
  .action(async ({ data }: { data: string }) => console.log(await noise(data)));

program
  .command("forecast")
  .description(
    "levels at the Jamsu bridge, each year forecast by the others, beside persistence and trends; then 2022-08",
  )
  .option("--data <folder>", "where the recordings are", "../shared/data")
  .action(async ({ data }: { data: string }) =>
    console.log(await evaluateForecast(data, (line) => console.error(line))),
  );

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
