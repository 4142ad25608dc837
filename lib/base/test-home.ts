import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** Where tests keep their databases and queues: a disk in memory, where there is one, since each commit waits for its disk. */
export const TEST_HOME = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
