// The city of a test: server.ts with one kind more, so that a test can show what a new kind needs (nothing).
import { wallClock } from "../../lib/base/clock";
import { readEnv } from "../../lib/env";
import { kinds } from "../../lib/kinds/index";
import { startCity } from "../../lib/start";
import { airQuality } from "./air-quality";
import type { CityFigures } from "./city";

const web = process.env.E2E_WEB === "none" ? null : process.env.E2E_WEB === "dev" ? "dev" : "start";
const all = new Map([...kinds, [airQuality.id, airQuality]]);
const city = await startCity({ env: readEnv(), clock: wallClock, kinds: all, web, mode: "live", speed: 1 });
process.once("SIGTERM", () => void city.stop().then(() => process.exit(0)));
// a test run that was killed leaves no city behind
process.once("disconnect", () => void city.stop().then(() => process.exit(0)));
process.on("message", async ({ pragma, figures }: { pragma?: string; figures?: "quick" | "collected" }) => {
  if (pragma) await city.store.library.$queryRawUnsafe(`PRAGMA ${pragma}`);
  if (figures === "collected") (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, rss, rooms: city.city.hub.figures() } satisfies CityFigures);
});
process.send?.({ url: city.url });
