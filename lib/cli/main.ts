import { buildProgram } from "./program";

const terminal = {
  out: (line: string) => console.log(line),
  err: (line: string) => console.error(line),
  fail: () => {
    process.exitCode = 1;
  },
};

// `… | head` closes the pipe early: that is no fault
process.stdout.on("error", () => process.exit());

try {
  await buildProgram(terminal).parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
