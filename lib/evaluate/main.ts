import { Command } from "commander";
import { evaluateDispatch } from "./dispatch/evaluate-dispatch";
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

program
  .command("dispatch")
  .description("sf-fire-dispatch by the verbs: times per step beside the file's, and whom the city would have asked")
  .option("--data <folder>", "where the recordings are", "../shared/data")
  .option("--rows <n>", "the first n rows; all where left out", Number)
  .option("--stations <file>", "a CSV unit,lat,lon of where units wait; guessed from their calls where left out")
  .action(async ({ rows = Number.POSITIVE_INFINITY, ...asked }: { data: string; rows?: number; stations?: string }) =>
    console.log(await evaluateDispatch({ ...asked, rows }, (line) => console.error(line))),
  );

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
