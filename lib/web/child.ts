import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export type Web = { url: string; stop(): Promise<void> };
export type WebOptions = { mode: "dev" | "start"; cityUrl: string; log(line: string): void };

/** Starts Next as a child on a free loopback port and resolves when it listens. A web that dies is started again: the city goes on. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const port = await freePort();
  let child = run(options, port);
  let stopping = false;
  const revive = () => {
    if (stopping) return;
    options.log("The web process ended; it is started again.");
    setTimeout(() => {
      if (stopping) return;
      child = run(options, port);
      child.once("exit", revive);
    }, 1000);
  };
  child.once("exit", revive);
  await listening(port);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 3000).unref();
      await gone;
    },
  };
}

/** Node's arguments that let a child, started with an IPC channel, end when this process is gone, however it went. */
export const leaving = ["--import", pathToFileURL(resolve("lib/web/leave-with-parent.mjs")).href];

function run({ mode, cityUrl, log }: WebOptions, port: number): ChildProcess {
  const args = [...leaving, "node_modules/next/dist/bin/next", mode, "-p", String(port), "-H", "127.0.0.1"];
  const env = {
    ...process.env,
    CITY_URL: cityUrl,
    NODE_ENV: mode === "dev" ? ("development" as const) : ("production" as const),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  giveWay(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => log(chunk.toString().trimEnd()));
  return child;
}

/** Where processors are few, a page waits for a reading and not the other way round. */
const NICE = 15;

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE);
  } catch {
    // a system that does not let it: pages and readings then share as they may
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

const WAIT_MS = 60_000;

async function listening(port: number): Promise<void> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    const answers = await fetch(`http://127.0.0.1:${port}/icons/alive`, { method: "HEAD" }).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The web process does not answer within a minute. See its output above.");
}
