import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** The city as `npm start` runs it, without its pages: killed and started again on the same database. */
export class Victim {
  /** Milliseconds from the start of the process until it answers, one for each start that was let through. */
  readonly starts: number[] = [];
  private readonly file = execFileSync(process.execPath, ["bin/bundle.mjs", "server.ts"], { encoding: "utf8" }).trim();
  private readonly env: Record<string, string>;
  private process: ChildProcess | null = null;
  private said = "";

  constructor(env: Record<string, string>) {
    this.env = env;
    // a bench that fails leaves no city behind
    process.once("exit", () => this.process?.kill("SIGKILL"));
  }

  /** Begins a start and resolves when the city answers; rejects where it dies of itself, resolves false where it is killed meanwhile. */
  async start(): Promise<boolean> {
    const began = performance.now();
    this.said = "";
    const child = spawn(process.execPath, [this.file, "--no-web"], { env: { ...process.env, ...this.env } });
    this.process = child;
    const open = new Promise<boolean>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (words) => {
          this.said += words;
          if (this.said.includes("is open at")) resolve(true);
        });
    });
    const gone = once(child, "exit").then(([status, signal]) => {
      if (signal !== "SIGKILL") throw new Error(`The city ended by itself with ${status ?? signal}:\n${this.said}`);
      return false;
    });
    const opened = await Promise.race([open, gone]);
    if (opened) this.starts.push(performance.now() - began);
    // later than that nothing but a kill may end it
    gone.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
    return opened;
  }

  /** kill -9, and nothing of it is left. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}
