import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../base/failure";

/** Files that are kept beside the database, each in a folder by its id alone: no name of anybody's making is a path. */
export type Uploads = {
  /** Durable when it resolves. Failure `storage-unavailable` where the disk refuses. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** The bytes whose sha256 (hex) is `hash`; Failure `not-found` where they are gone, `internal` where they were changed. */
  get(id: string, hash: string): Promise<Uint8Array<ArrayBuffer>>;
  /** False where there was none. Throws where the disk does not let it go. */
  drop(id: string): Promise<boolean>;
  /** All that lie there, with when they were written (UTC ms); also what a power cut left half written. */
  list(): Promise<{ id: string; writtenAt: number }[]>;
};

/** The folders of HAECHI_DIR: what people add to incidents, and what they keep of cameras. */
export const UPLOADS = "uploads";
export const PICTURES = "pictures";

/** An id that may be a file's name. */
export const isFileId = (id: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(id);

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function openUploads(folder: string): Uploads {
  const at = (id: string): string => {
    if (!isFileId(id)) throw new Failure("not-found", "There is no such file.");
    return join(folder, id);
  };
  return {
    put: async (id, bytes) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      try {
        await writeDurable(at(id), bytes);
      } catch (cause) {
        await rm(`${at(id)}.part`, { force: true });
        throw new Failure("storage-unavailable", "The city's disk does not take this file. Tell the admin.", cause);
      }
    },
    get: async (id, hash) => {
      const bytes = await readFile(at(id)).catch(() => null);
      if (!bytes) throw new Failure("not-found", "This file is not on the city's disk any more. Tell the admin.");
      if (sha256(bytes) !== hash)
        throw new Failure("internal", "This file is not what was added: it was changed on the disk. Tell the admin.");
      return new Uint8Array(bytes);
    },
    drop: async (id) => {
      await rm(`${at(id)}.part`, { force: true });
      return unlink(at(id)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return false;
          throw error;
        },
      );
    },
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = [...new Set(names.map((name) => name.replace(/\.part$/, "")))];
      const timed = ids.map(async (id) => {
        const found = await stat(join(folder, id)).catch(() => stat(join(folder, `${id}.part`)).catch(() => null));
        return found && { id, writtenAt: found.mtimeMs };
      });
      return (await Promise.all(timed)).filter((file) => file !== null);
    },
  };
}

/** Whole or not at all, also where the power goes in between. */
async function writeDurable(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.part`, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
