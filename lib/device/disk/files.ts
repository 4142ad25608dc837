import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Appends all of `text` behind `length` and waits for the disk. What could not be written whole is cut off again, and the error is thrown. */
export function appendDurably(fd: number, length: number, text: string): number {
  const bytes = Buffer.from(text);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, length + done);
    fsyncSync(fd);
  } catch (error) {
    ftruncateSync(fd, length);
    throw error;
  }
  return length + bytes.length;
}

/** Replaces a small file at once: a reader finds the old text or the new. Only `durable` waits for the disk. */
export function replaceFile(path: string, text: string, durable: boolean): void {
  const beside = `${path}.new`;
  const fd = openSync(beside, "w", 0o600);
  try {
    writeSync(fd, text);
    if (durable) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(beside, path);
  if (durable) syncFolder(dirname(path));
}

/** A new name in a folder is only safe when the folder itself is on the disk. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
