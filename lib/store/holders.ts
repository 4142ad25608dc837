import { readdir, readFile, readlink } from "node:fs/promises";

/** Other processes of this host that have a file open: "pid command line". Empty where the host does not say (not Linux, not ours to see). */
export async function holdersOf(file: string): Promise<string[]> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => holderLine(Number(pid), file)));
  return found.filter((line) => line !== null);
}

async function holderLine(pid: number, file: string): Promise<string | null> {
  if (pid === process.pid) return null;
  const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const paths = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  if (!paths.includes(file)) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return `${pid} ${command.replaceAll("\0", " ").trim().slice(0, 200)}`;
}
