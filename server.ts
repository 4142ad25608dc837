import { wallClock } from "./lib/base/clock";
import { readEnv } from "./lib/env";
import { kinds } from "./lib/kinds/index";
import { startCity } from "./lib/start";

const web = process.argv.includes("--dev") ? "dev" : process.argv.includes("--no-web") ? null : "start";

try {
  const city = await startCity({ env: readEnv(), clock: wallClock, kinds, web, mode: "live", speed: 1 });
  announce(city.url, city.notices);
  const stop = (): void => void city.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
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
