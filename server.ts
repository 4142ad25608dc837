import { wallClock } from "./lib/base/clock";
import { readEnv } from "./lib/env";
import { kinds } from "./lib/kinds/index";
import { startCity } from "./lib/start";

const web = process.argv.includes("--dev") ? "dev" : process.argv.includes("--no-web") ? null : "start";

try {
  const city = await startCity({ env: readEnv(), clock: wallClock, kinds, web, mode: "live", speed: 1 });
  const stop = (): void => void city.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
