import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { isFileId, PICTURES, sha256, UPLOADS } from "./uploads";

/** Beside a backup: the files that its rows name. */
export const filesBeside = (backup: string): string => `${backup}.files`;

export type Carried = {
  /** Files that are in their place now, and what they weigh. */
  files: number;
  bytes: number;
  /** Named by a row, and not there or not what they were: `folder/id`. */
  missing: string[];
};

type Named = { folder: string; id: string; hash: string; bytes: number };

/**
 * Copies every file that the rows of the database `file` name from one folder of uploads and pictures to another, each only
 * if it is what its row says. What lies there already and is right stays. Throws where the disk refuses.
 */
export function carryFiles(file: string, from: string, to: string): Carried {
  const carried: Carried = { files: 0, bytes: 0, missing: [] };
  for (const named of namedIn(file)) {
    const [source, target] = [join(from, named.folder, named.id), join(to, named.folder, named.id)];
    if (!isRight(target, named) && !copy(source, target, named)) carried.missing.push(`${named.folder}/${named.id}`);
    else {
      carried.files++;
      carried.bytes += named.bytes;
    }
  }
  return carried;
}

/** False where the source is not what its row says; then there is no target. */
function copy(source: string, target: string, named: Named): boolean {
  if (!isRight(source, named)) return false;
  mkdirSync(join(target, ".."), { recursive: true, mode: 0o700 });
  const partial = `${target}.part`;
  copyFileSync(source, partial);
  chmodSync(partial, 0o600);
  const open = openSync(partial, "r+");
  fsyncSync(open);
  closeSync(open);
  renameSync(partial, target);
  return isRight(target, named);
}

function isRight(path: string, { hash }: Named): boolean {
  return existsSync(path) && sha256(readFileSync(path)) === hash;
}

function namedIn(file: string): Named[] {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const of = (folder: string, sql: string) =>
      (db.prepare(sql).all() as Omit<Named, "folder">[])
        // an id that is none leads nowhere: a backup may come from anybody
        .filter(({ id }) => isFileId(id))
        .map((named) => ({ folder, ...named }));
    return [
      ...of(UPLOADS, 'SELECT "id", "hash", "bytes" FROM "IncidentFile"'),
      ...of(PICTURES, 'SELECT "id", "hash", "bytes" FROM "KeptPicture" WHERE "deletedAt" IS NULL'),
    ];
  } finally {
    db.close();
  }
}
