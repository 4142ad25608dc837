// npm test: what it needs, then check, unit tests and end-to-end tests in a real browser. Plain Node: runs on a fresh clone.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { check, unitReport } from "./check.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureFfmpeg } from "./ffmpeg.mjs";
import { ensureBuild, ensureClient, ensurePackages, root } from "./prepare.mjs";

const e2eReport = join(root, "node_modules/.cache/haechi/e2e.json");
const counts = { passed: 0, failed: 0 };

function add({ passed, failed }) {
  counts.passed += passed;
  counts.failed += failed;
}

/** The counts that a tool left in a file; a tool that left none has failed as a whole. */
function read(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1 };
}

const ofUnit = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length,
});
const ofE2e = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
});

function e2e(chromium, more) {
  const env = { ...process.env, CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport };
  const args = [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json", ...more];
  return new Promise((resolve) =>
    spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }).on("close", resolve),
  );
}

async function main() {
  // the real recordings take longer than a check may: they are played here
  process.env.HAECHI_RECORDINGS ??= "on";
  for (const report of [unitReport, e2eReport]) rmSync(report, { force: true });
  mkdirSync(dirname(e2eReport), { recursive: true });
  ensurePackages();
  ensureClient();
  const chromium = ensureChromium();
  ensureFfmpeg();
  const failed = await check();
  add({ passed: 0, failed: failed.filter((name) => name !== "unit tests").length });
  add(read(unitReport, ofUnit));
  ensureBuild();
  await e2e(chromium, process.argv.slice(2));
  add(read(e2eReport, ofE2e));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts.failed += 1;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
