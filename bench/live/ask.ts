import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

type Verbs = Record<string, (given: never) => unknown>;
type Question = { id: number; verb: string; given: unknown };

/** Another TypeScript file as a process that answers questions, one function a question. */
export type Worker<V extends Verbs> = {
  pid: number;
  ask<K extends keyof V & string>(verb: K, ...given: Parameters<V[K]>): Promise<Awaited<ReturnType<V[K]>>>;
  stop(): Promise<void>;
};

export function startWorker<V extends Verbs>(file: string): Worker<V> {
  const child: ChildProcess = fork(file, [], { execArgv: ["--import", "tsx"] });
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  let last = 0;
  child.on("message", ({ id, answer, error }: { id: number; answer: never; error?: string }) => {
    if (error === undefined) waiting.get(id)?.resolve(answer);
    else waiting.get(id)?.reject(new Error(`${file}: ${error}`));
    waiting.delete(id);
  });
  const gone = once(child, "exit").then(([status]) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${status}.`));
  });
  return {
    pid: child.pid ?? 0,
    ask: (verb, ...[given]) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        child.send({ id, verb, given } satisfies Question);
      }),
    stop: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** The other end: answers what is asked; ends with its parent. */
export function answer(verbs: Verbs): void {
  process.once("disconnect", () => process.exit(0));
  process.on("message", ({ id, verb, given }: Question) => {
    Promise.resolve()
      .then(() => verbs[verb]?.(given as never))
      .then(
        (said) => process.send?.({ id, answer: said }),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? (error.stack ?? "") : String(error) }),
      );
  });
}
