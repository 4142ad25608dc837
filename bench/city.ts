import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCity, type TestCity } from "../e2e/support/city";
import { readEnv } from "../lib/env";
import { prepareCity } from "../lib/exercise/prepare";
import { kinds } from "../lib/kinds/index";
import { KIND } from "./frame";
import { prefill } from "./prefill";

export type BenchCity = TestCity & {
  keys: Map<string, string>;
  /** Ends the city and leaves its folder, `dir`; `stop` takes both. */
  halt(): Promise<void>;
};
type Wanted = { devices: number; rows?: number; web?: boolean; env?: Record<string, string> };

/** A city of its own process with so many flood sensors, and so many readings in its database before it opens. */
export async function benchCity({ devices, rows = 0, web = false, env = {} }: Wanted): Promise<BenchCity> {
  const dir = mkdtempSync(join(tmpdir(), "haechi-bench-"));
  const own = readEnv({ HAECHI_DIR: dir, HAECHI_DEMO: "off" });
  const keys = await prepareCity(
    own,
    Array.from({ length: devices }, (_, i) => device(i)),
    kinds,
    Date.now(),
  );
  if (rows > 0) prefill(join(dir, "city.db"), rows);
  const city = await startTestCity({ HAECHI_DIR: dir, ...(web ? {} : { E2E_WEB: "none" }), ...env });
  const stop = async () => {
    await city.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...city, keys, halt: city.stop, stop };
}

function device(i: number) {
  const place = { lat: 37.43 + ((i * 0.618) % 1) * 0.25, lon: 126.8 + ((i * 0.755) % 1) * 0.35 };
  return { id: `bench-${i}`, kind: KIND, name: `Bench ${i}`, ...place, zone: "street", class: 0, properties: {} };
}
