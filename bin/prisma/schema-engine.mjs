#!/usr/bin/env node
// A stand-in for Prisma's native `schema-engine` binary, made of npm packages only:
// speaks the same newline-delimited JSON-RPC on stdin/stdout as the binary, and forwards
// each call to @prisma/schema-engine-wasm through a Prisma driver adapter.
// Use: PRISMA_SCHEMA_ENGINE_BINARY=./tools/schema-engine.mjs npx prisma migrate deploy
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const argv = process.argv.slice(2);
if (argv[0] === "--version") {
  console.log(
    "schema-engine-wasm-shim " + require("../../node_modules/@prisma/schema-engine-wasm/package.json").version,
  );
  process.exit(0);
}
const opt = { datamodels: [] };
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === "--datamodels") opt.datamodels.push(argv[++i]);
  else if (argv[i] === "--datasource") opt.datasource = JSON.parse(argv[++i]);
  else if (argv[i] === "--enabled-preview-features" || argv[i] === "--extension-types") i++;
  else if (argv[i] === "cli") opt.cli = argv[++i];
}
const url = opt.datasource?.url ?? process.env.DATABASE_URL ?? "";
const shadowUrl = opt.datasource?.shadowDatabaseUrl;
process.stderr.on("error", () => {});
const log = (level, message, extra = {}) =>
  process.stderr.write(
    JSON.stringify({
      timestamp: new Date().toISOString(),
      level,
      fields: { message, ...extra },
      target: "schema_engine::logger",
    }) + "\n",
  );

async function makeFactory(u) {
  // 'file:./x.db' is relative to the config file's folder = cwd of this process
  const file = u.replace(/^file:/, "").replace(/\?.*$/, "");
  const { PrismaBetterSqlite3 } = await import("@prisma/adapter-better-sqlite3");
  return fixSqlite(new PrismaBetterSqlite3({ url: `file:${path.resolve(process.cwd(), file)}` }));
}
// A missing _prisma_migrations table reads as an empty history (the wasm engine otherwise stops with P1014).
function fixSqlite(f) {
  for (const name of ["connect", "connectToShadowDb"]) {
    const orig = f[name].bind(f);
    f[name] = async () => {
      const a = await orig();
      for (const q of ["queryRaw", "executeRaw", "executeScript"]) {
        const o = a[q].bind(a);
        a[q] = async (x) => {
          try {
            return await o(x);
          } catch (e) {
            if (q === "executeRaw" && (e?.cause ?? e) instanceof RangeError) {
              await a.executeScript(x.sql);
              return 0;
            } // several statements in one text
            if (q === "queryRaw" && e?.cause?.kind === "TableDoesNotExist" && /FROM `_prisma_migrations`/.test(x.sql))
              return {
                columnNames: [
                  "id",
                  "checksum",
                  "finished_at",
                  "migration_name",
                  "logs",
                  "rolled_back_at",
                  "started_at",
                  "applied_steps_count",
                ],
                columnTypes: [7, 7, 10, 7, 7, 10, 10, 0],
                rows: [],
              };
            throw e;
          }
        };
      }
      return a;
    };
  }
  return f;
}

if (opt.cli) {
  try {
    if (opt.cli === "can-connect-to-database") {
      const f = path.resolve(process.cwd(), url.replace(/^file:/, "").replace(/\?.*$/, ""));
      if (!existsSync(f)) {
        const e = new Error(`Database \`${path.basename(f)}\` does not exist`);
        e.code = "P1003";
        throw e;
      }
    } else if (opt.cli === "create-database") {
      const D = (await import("better-sqlite3")).default;
      new D(path.resolve(process.cwd(), url.replace(/^file:/, "").replace(/\?.*$/, ""))).close();
    }
    process.exit(0);
  } catch (e) {
    const code = /^P\d/.test(e.code ?? "") ? e.code : "P1001";
    log("INFO", "schema-engine shim"); // the CLI skips the first line
    log("ERROR", e.message, { error_code: code, is_panic: false });
    process.exit(1);
  }
}

const pkg = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
const bg = await import(path.join(pkg, "schema_engine_bg.js"));
const { instance } = await WebAssembly.instantiate(readFileSync(path.join(pkg, "schema_engine_bg.wasm")), {
  "./schema_engine_bg.js": bg,
});
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await import("@prisma/driver-adapter-utils");

let enginePromise;
const getEngine = () =>
  (enginePromise ??= (async () => {
    const f = await makeFactory(url);
    if (shadowUrl && f.connectToShadowDb) {
      const sf = await makeFactory(shadowUrl);
      f.connectToShadowDb = () => sf.connect();
    }
    const datamodels = opt.datamodels.length ? opt.datamodels.map((p) => [p, readFileSync(p, "utf8")]) : undefined;
    return bg.SchemaEngine.new(
      { datamodels },
      (l) => {
        try {
          process.env.SHIM_DEBUG && process.stderr.write(String(l) + "\n");
        } catch {}
      },
      bindMigrationAwareSqlAdapterFactory(f),
    );
  })());
const METHODS = { getDatabaseVersion: "version" };
let chain = Promise.resolve();
const reply = (o) => process.stdout.write(JSON.stringify(o) + "\n");
createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (!line.trim()) return;
    chain = chain.then(async () => {
      const m = JSON.parse(line);
      if (!m.method) return; // an answer to our print
      try {
        const engine = await getEngine();
        if (m.method === "createDatabase") {
          // the migration-aware adapter creates it on connect
          return reply({ jsonrpc: "2.0", id: m.id, result: { databaseName: url } });
        }
        if (m.method === "reset") {
          // the engine's own reset writes sqlite_master, which better-sqlite3 refuses
          const D = (await import("better-sqlite3")).default;
          const d = new D(path.resolve(process.cwd(), url.replace(/^file:/, "").replace(/\?.*$/, "")));
          d.unsafeMode(true);
          d.exec("PRAGMA writable_schema=1; DELETE FROM sqlite_master; PRAGMA writable_schema=0; VACUUM;");
          d.close();
          return reply({ jsonrpc: "2.0", id: m.id, result: null });
        }
        const name = METHODS[m.method] ?? m.method;
        if (typeof engine[name] !== "function") throw new Error("method not supported by the wasm engine: " + m.method);
        const result = await engine[name](m.params);
        if (m.method === "diff" && result?.stdout != null)
          reply({ jsonrpc: "2.0", id: 1e6 + m.id, method: "print", params: { content: result.stdout } });
        reply({ jsonrpc: "2.0", id: m.id, result: result ?? null });
      } catch (e) {
        reply({
          jsonrpc: "2.0",
          id: m.id,
          error: {
            code: 4466,
            message: e.message,
            data: { is_panic: false, message: e.message, meta: null, error_code: e.code ?? undefined },
          },
        });
      }
    });
  })
  .on("close", () => chain.finally(() => process.exit(0)));
