import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const root = new URL("../..", import.meta.url);

/** A process of this repository's own code, and what it says line by line. */
export type Process = {
  child: ChildProcess;
  /** Resolves at the first line that `wanted` likes; rejects when the process ends before. */
  line(wanted: (line: string) => boolean): Promise<string>;
  /** As a power cut does; resolves when it is gone. */
  kill(): Promise<void>;
  ended: Promise<number | null>;
};

export function startProcess(file: string, args: readonly string[], env: Record<string, string> = {}): Process {
  const options: SpawnOptions = { cwd: root, stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...env } };
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], options);
  const said: string[] = [];
  const listeners = new Set<(line: string) => void>();
  const hear = (line: string) => {
    said.push(line);
    for (const listener of listeners) listener(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on("line", hear);
  // a killed process takes what is written to it with it
  child.stdin?.on("error", () => undefined);
  const ended = once(child, "close").then(([status]) => status as number | null);
  const line = (wanted: (line: string) => boolean) =>
    new Promise<string>((resolve, reject) => {
      const look = (text: string) => {
        if (!wanted(text)) return;
        listeners.delete(look);
        resolve(text);
      };
      listeners.add(look);
      said.forEach(look);
      void ended.then(() => reject(new Error(`${file} has ended:\n${said.slice(-20).join("\n")}`)));
    });
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { child, line, kill, ended };
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
