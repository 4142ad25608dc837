import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { type History, pack } from "./history";
import type { Done, Job } from "./job";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** Does the jobs on every processor, each in a process of its own; the results come in the order of the jobs. */
export async function doJobs(history: History, jobs: readonly Job[], told: (done: number) => void): Promise<Done[]> {
  const packed = pack(history);
  const results: Done[] = [];
  const waiting = [...jobs.entries()];
  let done = 0;
  const work = async () => {
    const worker = fork(WORKER, { serialization: "advanced" });
    worker.send(packed);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results[next[0]] = await answerOf(worker, next[1]);
      told(++done);
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  return results;
}

function answerOf(worker: ChildProcess, job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A worker ended before its job was done. Is there enough memory?"));
    worker.once("exit", ended);
    worker.once("message", (result) => {
      worker.off("exit", ended);
      resolve(result as Done);
    });
    worker.send(job);
  });
}
