// A program of the house in one file, as `npm start` runs the city, made again where its sources changed: read as one it starts
// in a third of the time that 400 files take, and no loader changes what is measured (docs/decisions/042).
// `node bin/bundle.mjs server.ts` makes it and prints its path.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { digest, root } from "./prepare.mjs";

const FOLDER = "node_modules/.cache/haechi";

/** Path of the bundle of `entry` (a path in the repository). SQLite stays outside: it is machine code, and there must be one copy of it. */
export async function bundled(entry) {
  // a bench imports what the tests have beside it, and the other way round
  const sources = entry.includes("/") ? ["lib", "bench", "e2e/support"] : ["lib", entry];
  const state = digest([...sources, "bin/bundle.mjs", "package-lock.json"]).slice(0, 16);
  const name = `${entry.replace(/\W+/g, "-")}.`;
  const file = join(root, FOLDER, `${name}${state}.mjs`);
  if (existsSync(file)) return file;
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["better-sqlite3"],
    logLevel: "error",
    // packages in the old format ask for Node's modules by require
    banner: { js: 'import{createRequire as r}from"node:module";const require=r(import.meta.url);' },
  });
  mkdirSync(dirname(file), { recursive: true });
  // several may make it at once: each reads a whole one
  const own = `${file}.${process.pid}`;
  writeFileSync(own, outputFiles[0].contents);
  renameSync(own, file);
  for (const old of readdirSync(dirname(file)))
    if (old.startsWith(name) && old.endsWith(".mjs") && !file.endsWith(old))
      rmSync(join(dirname(file), old), { force: true });
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundled(process.argv[2]));
