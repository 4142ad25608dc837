// Laws of the house that no tool knows: how long a file may be, and that there is one SQLite.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

const MOST_LINES = 250;
const CODE = /^(lib|app|components|e2e|bench|bin(?!\/prisma)|i18n)\/.*\.(ts|tsx|mjs|cjs)$|^[^/]+\.(ts|mjs|cjs)$/;
const RIVALS = ["sqlite3", "libsql", "@libsql/client", "sqlite-wasm", "bun:sqlite"];

/** Code files of the repository, those that are not yet added too. */
function codeFiles() {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return listed.split("\n").filter((path) => CODE.test(path) && existsSync(join(root, path)));
}

/** Files of the repository are short, so that each can be read at once. */
export function fileLengths() {
  const lengths = codeFiles().map((path) => [readFileSync(join(root, path), "utf8").split("\n").length - 1, path]);
  lengths.sort(([a], [b]) => a - b);
  const long = lengths
    .filter(([lines]) => lines > MOST_LINES)
    .map(([lines, path]) => `${path}: ${lines} lines, ${MOST_LINES} at most`);
  const median = lengths[lengths.length >> 1]?.[0] ?? 0;
  return { faults: long, note: `${lengths.length} files, median ${median} lines, longest ${lengths.at(-1)?.[0] ?? 0}` };
}

/** Two copies of SQLite in one process corrupt the database: one better-sqlite3, and no other engine. */
export function oneSqlite() {
  const paths = Object.keys(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages);
  const copies = paths.filter((path) => path.endsWith("node_modules/better-sqlite3"));
  const rivals = paths.filter((path) => RIVALS.some((name) => path.endsWith(`node_modules/${name}`)));
  const builtin = codeFiles().filter(
    (path) => /^lib\//.test(path) && readFileSync(join(root, path), "utf8").includes('from "node:sqlite"'),
  );
  const faults = [
    ...(copies.length === 1 ? [] : [`better-sqlite3 is there ${copies.length} times: ${copies.join(", ")}`]),
    ...rivals.map((path) => `${path} is another SQLite`),
    ...builtin.map((path) => `${path} opens Node's own SQLite beside ours`),
  ];
  return { faults, note: "one copy" };
}
