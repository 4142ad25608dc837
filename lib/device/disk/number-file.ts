import { readFileSync, rmSync } from "node:fs";
import type { Remembered } from "../keep";
import { replaceFile } from "./files";
import { sealed, unsealed } from "./record";

/** A number in a file; one that is not whole counts as none. `durable`: written only when it is on the disk. */
export function numberFile(path: string, durable: boolean): Remembered {
  return {
    read: () => {
      const body = unsealed(textOf(path).trimEnd());
      return body ? Number(body) : null;
    },
    write: (value) => replaceFile(path, sealed(String(value)), durable),
    clear: () => rmSync(path, { force: true }),
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
