import { accessSync, constants, type Stats } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** What can be seen of the disk and the database without writing. Sizes in bytes. */
export type Look = {
  diskBytes: number;
  /** What this process may still write. */
  freeBytes: number;
  databaseBytes: number;
  walBytes: number;
  writable: boolean;
  /** The files at the database's address are those that were opened. */
  inPlace: boolean;
};

/** Looks at an open database and its disk, in the thread pool: a disk that hangs does not hang the city. The first look knows the files. */
export function looker(file: string): () => Promise<Look> {
  let opened: string | null = null;
  return async () => {
    const { files, ...look } = await lookAt(file);
    opened ??= files;
    return { ...look, inPlace: files === opened };
  };
}

async function lookAt(file: string): Promise<Omit<Look, "inPlace"> & { files: string }> {
  const stats = (path: string): Promise<Stats | null> => stat(path).catch(() => null);
  const [disk, database, wal, shared, writable] = await Promise.all([
    statfs(dirname(file)).catch(() => null),
    stats(file),
    stats(`${file}-wal`),
    stats(`${file}-shm`),
    access(file, constants.W_OK).then(
      () => true,
      () => false,
    ),
  ]);
  return {
    diskBytes: disk ? disk.blocks * disk.bsize : 0,
    freeBytes: disk ? disk.bavail * disk.bsize : 0,
    databaseBytes: database?.size ?? 0,
    walBytes: wal?.size ?? 0,
    writable,
    // another number on the disk is another file, whatever its name
    files: [database, wal, shared].map((s) => s?.ino).join(),
  };
}

/**
 * False where SQLite's shared memory must not be touched: it is a file mapped into memory, and a write to a map whose file has
 * become immutable ends the process (SIGBUS) instead of giving an error.
 */
export function mayTouch(file: string): boolean {
  try {
    accessSync(`${file}-shm`, constants.W_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

const MB = 1024 * 1024;

/** Readings stop here, so that people's acts (an acknowledgement, a dispatch) find room to the end: 2 % of the disk, 64 MiB at most. */
export function reserveBytes({ diskBytes }: Look): number {
  return Math.min(64 * MB, diskBytes / 50);
}

/** Below this somebody should make room: 10 % of the disk, 2 GiB at most. */
export function lowBytes({ diskBytes }: Look): number {
  return Math.min(2048 * MB, diskBytes / 10);
}
