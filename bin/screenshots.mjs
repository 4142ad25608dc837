// npm run screenshots: what the pages need is made first, then every page is photographed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { prepare, root } from "./prepare.mjs";

prepare({ web: true });
const env = { ...process.env, CHROME_PATH: ensureChromium() };
const run = spawn(process.execPath, ["--import", "tsx", join(root, "e2e/screenshots.ts")], {
  cwd: root,
  stdio: "inherit",
  env,
});
run.on("exit", (status) => process.exit(status ?? 1));
