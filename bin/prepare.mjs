// What a fresh clone lacks, each made only where it is missing or stale: packages, the Prisma client, the built web.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command in the repository; what it prints goes to stderr. Throws a sentence where it fails. */
export function must(command, args, env = {}) {
  const { status, signal } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${signal ?? status}: see above.`);
}

const json = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));

/** True where every package that the lock file asks for is there in its version. */
function packagesFit() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const there = json("node_modules/.package-lock.json").packages;
  const wanted = Object.entries(json("package-lock.json").packages).filter(
    ([path, p]) => path && !p.optional && !p.peer,
  );
  return wanted.every(([path, { version }]) => there[path]?.version === version);
}

export function ensurePackages(say = console.error) {
  if (packagesFit()) return;
  say("Installing packages (once, about three minutes) …");
  must(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], localHeaders());
}

/** better-sqlite3 may have to be built: with the headers that came with this Node, since others would be downloaded. */
function localHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node_version.h")) ? { npm_config_nodedir: prefix } : {};
}

export function ensureClient(say = console.error) {
  once("lib/store/generated/.made-from", digest(["prisma/schema.prisma", "package-lock.json"]), () => {
    say("Generating the database client …");
    must(process.execPath, ["node_modules/prisma/build/index.js", "generate"]);
  });
}

/** What the pages are built of: any change here asks for a new build. */
const SOURCES = [
  "app",
  "components",
  "i18n",
  "messages",
  "public",
  "lib/base",
  "lib/kinds",
  "lib/contract",
  "lib/client",
];
const SETTINGS = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

export function ensureBuild(say = console.error) {
  once(".next/made-from", digest([...SOURCES, ...SETTINGS]), () => {
    say("Building the screens (once after each change, about a minute) …");
    must(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    });
  });
}

/** All that a city needs to start; with `web`, the built screens too. */
export function prepare({ web }, say = console.error) {
  ensurePackages(say);
  ensureClient(say);
  if (web) ensureBuild(say);
}

function once(stamp, state, work) {
  if (isMade(stamp, state)) return;
  work();
  made(stamp, state);
}

function isMade(stamp, state) {
  const file = join(root, stamp);
  return existsSync(file) && readFileSync(file, "utf8") === state;
}

function made(stamp, state) {
  const file = join(root, stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, state);
}

/** A mark of all that these files and folders hold, tests left out. */
export function digest(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap(filesUnder)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
