// A registry that serves one platform only leaves the other platforms' optional packages out of the lock file, and `npm ci` then refuses
// it everywhere. This writes them in by name and version: npm fetches them where os and cpu fit, and nowhere else.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const OS = /(android|darwin|linux|win32|freebsd|netbsd|openbsd|openharmony|sunos|aix)/;
const CPU = /(arm64|x64|arm|ia32|ppc64|riscv64|s390x|loong64|mips64el|universal)/;

let added = 0;
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] || !/^\d/.test(version)) continue;
    const os = OS.exec(name)?.[1];
    const cpu = CPU.exec(name)?.[1];
    // a package for WebAssembly fits no machine that runs npm ci here: an os of its own keeps it out
    lock.packages[path] = {
      version,
      ...(owner.dev && { dev: true }),
      optional: true,
      os: [os ?? "none"],
      cpu: [cpu === "universal" ? "any" : (cpu ?? "wasm32")],
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to package-lock.json`);
