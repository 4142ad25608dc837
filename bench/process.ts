import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Another TypeScript file as a process; `said` is its first message. */
export function child<T>(file: string): { pid: number; said: Promise<T>; stop(): Promise<void> } {
  const execArgv = ["--import", "tsx"];
  const started = fork(file, [], { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const gone = once(started, "exit");
  return {
    pid: started.pid ?? 0,
    said: once(started, "message").then(([message]) => message as T),
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
