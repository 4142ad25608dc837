import { readFileSync } from "node:fs";
import { arch, cpus, release, totalmem } from "node:os";

/** What the figures were measured on, one line each. */
export function machineFacts(): string[] {
  const cores = cpus();
  return [
    `${cores[0]?.model.trim() ?? "unknown processor"}, ${cores.length} cores, ${arch()}`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GB memory, Linux ${release()}, Node ${process.version}`,
    `load before: ${loadAverage()} (1 min)`,
    "the city, the devices and the screens share these cores; loopback; temp directory",
  ];
}

function loadAverage(): string {
  try {
    return readFileSync("/proc/loadavg", "utf8").split(" ")[0] ?? "?";
  } catch {
    return "?";
  }
}
