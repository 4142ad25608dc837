// node bin/run.mjs FILE.ts args…: makes sure that packages and the Prisma client are there, then runs the file.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function must(command, args) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    console.error(`${command} ${args.join(" ")} ended with ${signal ?? status}: see above.`);
    process.exit(1);
  }
}

if (!existsSync(join(root, "node_modules/tsx"))) must(npm, ["ci", "--no-audit", "--no-fund"]);
if (!existsSync(join(root, "lib/store/generated/client.ts"))) must(npm, ["run", "generate", "--silent"]);

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("usage: node bin/run.mjs FILE.ts [arguments]");
  process.exit(1);
}
const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
const child = spawn(process.execPath, ["--import", `file://${tsx}`, join(root, file), ...args], { stdio: "inherit" });
// the child closes in order; Ctrl-C reaches it by itself, a signal to this process alone is passed on
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (status) => process.exit(status ?? 1));
