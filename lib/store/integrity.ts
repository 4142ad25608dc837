import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { type Clock, DAY } from "../base/clock";

/** Why a database was checked: its city did not stop in order, it was long ago or never, or it was restored. */
export type CheckReason = "unclean" | "due" | "restored";
/** The last check of the database. `at` on the wall's clock, UTC ms. */
export type Integrity = { at: number; tookMs: number; reason: CheckReason; faults: string[] };

/** Setting: there while a city runs, and still there after one that did not stop in order. */
export const CITY_RUNNING = "city-running";
/** Setting: Integrity as JSON. */
export const INTEGRITY = "integrity";

const CHECK_EVERY_MS = 7 * DAY;

/**
 * Why the database has to be checked before the city starts on it, or null. A whole check reads every page: it is due when the
 * last city did not stop in order (a crash, a power cut), and once a week. Throws what a damaged database says.
 */
export function checkDue(file: string, now: number): CheckReason | null {
  if (!existsSync(file)) return null;
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Setting'").get()) return null;
    const read = db.prepare('SELECT "value" FROM "Setting" WHERE "key" = ?').pluck();
    if (read.get(CITY_RUNNING) !== undefined) return "unclean";
    const last = JSON.parse((read.get(INTEGRITY) as string | undefined) ?? "null") as Integrity | null;
    return last === null || now - last.at > CHECK_EVERY_MS || last.faults.length > 0 ? "due" : null;
  } finally {
    db.close();
  }
}

export type Check = { result: Promise<Integrity>; stop(): void };

/** Checks a database in a process of its own, at low priority: nobody waits for it who does not want to. `result` rejects where nothing could be checked. */
export function startCheck(file: string, reason: CheckReason, wall: Clock): Check {
  const began = wall.now();
  const child = spawn(process.execPath, [CHECKER, file], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const result = new Promise<Integrity>((found, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      const at = wall.now();
      if (status === 0) found({ at, tookMs: at - began, reason, faults: JSON.parse(said) as string[] });
      else reject(new Error(`The check of ${file} ended with ${status}.`));
    });
  });
  return { result, stop: () => void child.kill("SIGKILL") };
}

// by the folder that the city runs in: bundled into one file (bin/bundle.mjs) a module does not stand where it was written
const CHECKER = resolve("lib/store/quick-check.mjs");
const LOW_PRIORITY = 10;
