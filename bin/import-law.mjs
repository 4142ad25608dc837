// dependency-cruiser on our import law. TypeScript 7 has no API for tools, so it reads with swc, which must be told of TSX.
import swc from "@swc/core";

const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith("x") });

const rooms = ["lib", "app", "components", "server.ts"];
process.argv = [...process.argv.slice(0, 2), "--config", "dependency-cruiser.cjs", ...rooms, ...process.argv.slice(2)];
await import("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
