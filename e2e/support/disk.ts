import { spawnSync } from "node:child_process";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestCity } from "./city";

/** A folder whose disk can be filled and made read-only under a running city, and how that is done on this machine. */
export type SmallDisk = {
  dir: string;
  how: { full: string; readOnly: string };
  full(city: TestCity, on: boolean): Promise<void>;
  readOnly(city: TestCity, on: boolean): Promise<void>;
  remove(): void;
};

const DISK_MB = 32;
const done = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** A disk of a few megabytes in `dir`, in the best way that this machine lets us; null where it mounts nothing. */
function mountSmall(dir: string): string | null {
  const image = `${dir}.image`;
  writeFileSync(image, "");
  truncateSync(image, DISK_MB * 1024 * 1024);
  // ext4 obeys the immutable flag for files that are open
  if (done("mkfs.ext4", "-q", "-m", "0", image) && done("mount", "-o", "loop", image, dir)) return "ext4";
  return done("mount", "-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", dir) ? "tmpfs" : null;
}

/**
 * A disk of its own where this machine mounts one, else a folder whose database may not grow (SQLite's max_page_count).
 * Read-only by the immutable flag of the files where the disk obeys it for open files too, else by SQLite's query_only.
 */
export function smallDisk(): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), "haechi-disk-"));
  const mounted = mountSmall(dir);
  const flag = immutableHolds(dir);
  return {
    dir,
    how: {
      full: mounted ? `a disk (${mounted}) of ${DISK_MB} MB, filled` : "max_page_count: this machine mounts nothing",
      readOnly: flag ? "chattr +i" : "query_only: this disk has no immutable flag that open files obey",
    },
    full: async (city, on) => {
      if (!mounted) return city.pragma(`max_page_count = ${on ? 1 : 1_000_000}`);
      if (on) fill(dir);
      else rmSync(join(dir, "filler"));
    },
    readOnly: async (city, on) => {
      if (!flag) return city.pragma(`query_only = ${on ? "ON" : "OFF"}`);
      // not the shared memory: its map would end a process that is just writing to it
      const files = ["city.db", "city.db-wal"];
      done("chattr", on ? "+i" : "-i", ...files.map((name) => join(dir, name)));
    },
    remove: () => {
      if (mounted) done("umount", "-l", dir);
      for (const path of [dir, `${dir}.image`]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Whether a file that is open for writing can no longer be written once it has the immutable flag. */
function immutableHolds(dir: string): boolean {
  const file = join(dir, "flag");
  const open = openSync(file, "w");
  try {
    if (!done("chattr", "+i", file)) return false;
    try {
      writeSync(open, "x");
      return false;
    } catch {
      return true;
    } finally {
      done("chattr", "-i", file);
    }
  } finally {
    closeSync(open);
    rmSync(file);
  }
}

/** Fills the disk to the last byte, also what a file system first reserves for a write and then gives back. */
function fill(dir: string): void {
  const file = openSync(join(dir, "filler"), "a");
  try {
    for (const size of [1024 * 1024, 4096]) writeUntilFull(file, Buffer.alloc(size));
  } finally {
    closeSync(file);
  }
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    for (;;) {
      writeSync(file, block);
      fsyncSync(file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}
