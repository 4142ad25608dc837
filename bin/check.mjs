// npm run check: format, lint, types, import law, file lengths, one SQLite, unit tests. All at once; ends in well under 30 s.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileLengths, oneSqlite } from "./laws.mjs";
import { ensureClient, ensurePackages, root } from "./prepare.mjs";

/** Where the unit tests leave their count, for bin/test.mjs. */
export const unitReport = join(root, "node_modules/.cache/haechi/unit.json");

const node = (file, ...args) => [process.execPath, [join(root, file), ...args]];
const tools = {
  "format and lint": node(
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--diagnostic-level=warn",
    "--max-diagnostics=40",
    "--colors=off",
  ),
  types: node("node_modules/typescript/bin/tsc", "--noEmit", "-p", "."),
  "import law": node("bin/import-law.mjs", "--output-type", "err-long"),
  "unit tests": node(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ),
};
const laws = { "file lengths": fileLengths, "one SQLite": oneSqlite };

function run([command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (status) => resolve({ ok: status === 0, output }));
  });
}

async function timed(name, work) {
  const began = performance.now();
  const { ok, output, note } = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${ok ? "✔" : "✘"} ${name.padEnd(16)} ${seconds.padStart(5)} s${note ? `  ${note}` : ""}`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, "    "));
  return ok;
}

function law(check) {
  const { faults, note } = check();
  return { ok: faults.length === 0, output: faults.join("\n"), note };
}

/** Runs every check; gives the names of those that failed. */
export async function check() {
  ensurePackages();
  ensureClient();
  mkdirSync(join(unitReport, ".."), { recursive: true });
  const all = [
    ...Object.entries(laws).map(([name, work]) => [name, () => law(work)]),
    ...Object.entries(tools).map(([name, command]) => [name, () => run(command)]),
  ];
  const passed = await Promise.all(all.map(([name, work]) => timed(name, work)));
  return all.filter((_, i) => !passed[i]).map(([name]) => name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const failed = await check();
  console.log(failed.length ? `\nNot in order: ${failed.join(", ")}.` : "\nAll in order.");
  process.exitCode = failed.length ? 1 : 0;
}
