import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { bundled } from "../bin/bundle.mjs";

export type Child<T> = {
  pid: number;
  /** Its first message. */
  said: Promise<T>;
  /** Sends it a message and gives its answer. */
  ask<A>(message?: object): Promise<A>;
  stop(): Promise<void>;
};

/** Another TypeScript file as a process, as the city runs: in one file, without a loader. */
export async function child<T>(file: string, args: string[] = []): Promise<Child<T>> {
  const started = fork(await bundled(file), args, { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const gone = once(started, "exit");
  const next = <A>() => once(started, "message").then(([message]) => message as A);
  return {
    pid: started.pid ?? 0,
    said: next<T>(),
    ask: (message = {}) => {
      started.send(message);
      return next();
    },
    stop: async () => {
      started.kill("SIGTERM");
      await gone;
    },
  };
}

/** Seconds of processor time that a process has used, user and system. Linux only; NaN elsewhere. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory of a process, MB. Linux only; NaN elsewhere. */
export function residentMb(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}
