import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled } from "../../bin/bundle.mjs";
import type { RoomFigures } from "../../lib/live/hub";

export const PASSWORD = process.env.E2E_URL ? (process.env.HAECHI_DEMO_PASSWORD ?? "") : "haechi-e2e-2026";

/** Memory in bytes, and how each room of /live is doing. */
export type CityFigures = { heapUsed: number; external: number; rss: number; rooms: RoomFigures[] };

export type TestCity = {
  url: string;
  dir: string;
  pid: number;
  /** Runs a pragma on the connection that the city writes with. */
  pragma(text: string): Promise<void>;
  /** `collected`: without what only waits for the garbage collector (E2E_NODE=--expose-gc); it takes a moment. */
  figures(collected?: "collected"): Promise<CityFigures>;
  stop(): Promise<void>;
};

/** A city that runs already (E2E_URL, its log-ins by HAECHI_DEMO_PASSWORD), or one of the worker's own. */
export async function testCity(): Promise<TestCity> {
  const url = process.env.E2E_URL;
  const apart = () => Promise.reject(new Error("Only a city of the test's own does this."));
  return url ? { url, dir: "", pid: 0, pragma: apart, figures: apart, stop: async () => undefined } : startTestCity();
}

/** Forks a city's script with a free port; resolves when it answers. `gone` rejects with what it said when it ends. */
export async function forkCity(script: string, env: Record<string, string>) {
  const child = fork(await bundled(script), [], {
    execArgv: process.env.E2E_NODE?.split(" ") ?? [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      HAECHI_DEMO: "off",
      HAECHI_DEMO_PASSWORD: PASSWORD,
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
      if (process.env.E2E_LOG) process.stderr.write(chunk);
    });
  const gone = once(child, "exit").then(([status]): never => {
    throw new Error(`The city ended with ${status}:\n${said}`);
  });
  gone.catch(() => undefined);
  const [{ url }] = (await Promise.race([once(child, "message"), gone])) as [{ url: string }];
  const stop = async () => {
    child.kill("SIGTERM");
    await gone.catch(() => undefined);
  };
  return { child, url, gone, stop };
}

/** Starts a city in a process of its own, on a free port and in a folder of its own (or HAECHI_DIR); resolves when it answers. */
export async function startTestCity(env: Record<string, string> = {}): Promise<TestCity> {
  const dir = env.HAECHI_DIR ?? mkdtempSync(join(tmpdir(), "haechi-e2e-"));
  const { child, url, gone, stop } = await forkCity("e2e/support/serve.ts", { HAECHI_DIR: dir, ...env });
  return {
    url,
    dir,
    pid: child.pid ?? 0,
    pragma: async (text) => {
      child.send({ pragma: text });
      await once(child, "message");
    },
    figures: async (how) => {
      child.send({ figures: how ?? "quick" });
      const [figures] = (await Promise.race([once(child, "message"), gone])) as [CityFigures];
      return figures;
    },
    stop: async () => {
      await stop();
      if (!env.HAECHI_DIR) rmSync(dir, { recursive: true, force: true });
    },
  };
}
