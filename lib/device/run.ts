import type { Command } from "./commands";
import { openDiskKeep } from "./disk/disk-keep";
import { createFieldDevice } from "./field-device";
import { type Piece, readingLines } from "./lines";

export type RunOptions = {
  url: string;
  deviceId: string;
  key: string;
  /** Folder of the queue. */
  queue: string;
  /** The queue's size on the disk at most, bytes. */
  mostBytes: number;
  keepAliveMs: number;
  /** Says what is taken and what is answered too, and not only what goes wrong. */
  verbose: boolean;
};

/** Where a running device tells: facts as JSON lines to `say`, what a person should look at to `complain`. */
export type Voice = { say(fact: object): void; complain(sentence: string): void };

/**
 * Runs a device until its input ends and the city has answered for everything, or until `stop`: what is queued then waits in
 * the folder for the next run. `{"taken": n}` means that the first n lines are on the disk.
 */
export async function runDevice(
  options: RunOptions,
  input: AsyncIterable<string>,
  { say, complain }: Voice,
  stop: AbortSignal,
): Promise<void> {
  const keep = openDiskKeep(options.queue, { mostBytes: options.mostBytes });
  let problem = "";
  const device = createFieldDevice({
    ...options,
    keep,
    onReady: () => {
      problem = "";
      complain(`The city at ${options.url} is there; ${keep.queue.size()} readings wait.`);
    },
    onProblem: ({ code, message }) => {
      // a city that is away for days is told of once
      if (code !== problem) complain(`${code}: ${message}`);
      problem = code;
    },
    onAnswer: (readings, { accepted, duplicates, refused }) => {
      if (options.verbose) say({ sent: readings.length, accepted, duplicates, refused: refused.length });
      for (const { index, code, message } of refused)
        complain(`${code}: ${JSON.stringify(readings[index])}: ${message}`);
    },
    onCommand: (command: Command) => say({ command }),
  });
  const take = ({ readings, bad, lines }: Piece) => {
    for (const { line, problem: what } of bad) complain(`line ${line}: ${what}`);
    try {
      device.send(readings);
      if (options.verbose) say({ taken: lines });
    } catch (error) {
      complain(`${readings.length} readings up to line ${lines} could not be kept: ${String(error)}`);
    }
  };
  const work = async () => {
    for await (const piece of readingLines(input)) take(piece);
    await device.flushed();
  };
  const stopped = new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
  await Promise.race([work(), stopped]);
  // without a city there is nothing to wait for
  await device.close(device.ready() ? undefined : 0);
  const lost = keep.lost();
  if (lost > 0) complain(`${lost} readings went unsent: the queue was full, and the oldest go first.`);
  keep.close();
}
