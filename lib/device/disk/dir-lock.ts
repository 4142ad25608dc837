import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../base/failure";

/**
 * Keeps a second process out of a folder; gives the call that lets go. Left behind by a process that was killed, or from before
 * the last start of the machine, it counts for nothing. Throws Failure `conflict`.
 */
export function lockFolder(dir: string): () => void {
  const path = join(dir, "lock");
  const mine = `${process.pid} ${bootId()}`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, mine, { flag: "wx", mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 0) throw error;
    }
    const [pid = "", boot = ""] = readFileSync(path, "utf8").split(" ");
    if (boot === bootId() && lives(Number(pid)))
      throw new Failure("conflict", `${dir} is in use by process ${pid}. Stop that one, or name another folder.`);
    rmSync(path, { force: true });
  }
}

/** Changes with every start of the machine, so that a process number is not taken for another's; empty where there is no such file. */
function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

function lives(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
