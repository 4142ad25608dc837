import { wallClock } from "./lib/base/clock";
import { readEnv } from "./lib/env";
import { kinds } from "./lib/kinds/index";
import { startCity } from "./lib/start";

const web = process.argv.includes("--dev") ? "dev" : process.argv.includes("--no-web") ? null : "start";

try {
  const city = await startCity({ env: readEnv(), clock: wallClock, kinds, web, mode: "live", speed: 1 });
  announce(city.url, city.notices);
  stopInOrder(() => city.stop());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** After so long somebody who asks again means it. */
const PATIENCE_MS = 5000;

/** One signal may come twice, from a service manager and from `npm start`: that is no reason to leave what waits unstored. */
function stopInOrder(stop: () => Promise<void>): void {
  let since: number | null = null;
  const asked = (): void => {
    if (since === null) void stop().then(() => process.exit(0));
    else if (performance.now() - since > PATIENCE_MS) process.exit(1);
    since ??= performance.now();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, asked);
}

function announce(url: string, notices: string[]): void {
  const lines = [
    ["public page 시민 안전", "/"],
    ["desk 관제", "/desk"],
    ["police 경찰", "/dispatch/police"],
    ["fire 소방", "/dispatch/fire"],
    ["admin 관리", "/admin"],
  ];
  console.log(`\nHaechi 해치 is open at ${url}`);
  for (const [name = "", path = ""] of lines) console.log(`  ${name.padEnd(22)} ${url}${path}`);
  console.log(
    notices.length > 0
      ? `\nLog-ins, shown this once:\n  ${notices.join("\n  ")}\n`
      : "  Log-ins: as printed at the first start; kept in the city's folder in log-ins.txt\n",
  );
}
