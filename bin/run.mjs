// node bin/run.mjs FILE.ts args…: makes what a fresh clone lacks (with --screens the pages too), then runs the file.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./prepare.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("usage: node bin/run.mjs FILE.ts [arguments]");
  process.exit(1);
}
try {
  prepare({ web: args.includes("--screens") });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
const child = spawn(process.execPath, ["--import", `file://${tsx}`, join(root, file), ...args], { stdio: "inherit" });
// the child closes in order; Ctrl-C reaches it by itself, a signal to this process alone is passed on
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (status) => process.exit(status ?? 1));
