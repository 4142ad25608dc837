// npm start: whatever a fresh clone lacks is made first (packages, Prisma client, built web, the city's file), with progress; then the city starts.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./prepare.mjs";

const dev = process.argv.includes("--dev");
await prepare({ web: !dev && !process.argv.includes("--no-web") });
const follows = ["--import", `file://${join(root, "node_modules/tsx/dist/loader.mjs")}`, join(root, "server.ts")];
// imported late: on a fresh clone the packages are there only now
const file = dev ? follows : [await (await import("./bundle.mjs")).bundled("server.ts")];
const city = spawn(process.execPath, [...file, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { NODE_ENV: dev ? "development" : "production", ...process.env },
});
// Ctrl-C reaches the city by itself; a signal to this process alone is passed on
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => city.kill("SIGTERM"));
city.on("exit", (status) => process.exit(status ?? 1));
