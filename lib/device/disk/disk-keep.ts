import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Keep } from "../keep";
import { lockFolder } from "./dir-lock";
import { type DiskQueueOptions, openDiskQueue } from "./disk-queue";
import { numberFile } from "./number-file";

export type DiskKeep = Keep & { lost(): number; close(): void };

/** What a device keeps in a folder of its own, through power cuts. Throws Failure `conflict` where another process has it. */
export function openDiskKeep(dir: string, options?: DiskQueueOptions): DiskKeep {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const release = lockFolder(dir);
  const queue = openDiskQueue(join(dir, "readings"), options);
  const untimed = openDiskQueue(join(dir, "untimed"), options);
  return {
    queue,
    untimed,
    correction: numberFile(join(dir, "correction"), true),
    lost: () => queue.lost() + untimed.lost(),
    close: () => {
      queue.close();
      untimed.close();
      release();
    },
  };
}
