import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { runDevice } from "./run";

type Options = {
  url: string;
  id: string;
  keyFile: string;
  queue: string;
  queueMb: number;
  keepAlive: number;
  verbose: boolean;
};

function above(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("Give a number above 0.");
  return value;
}

/** Paths are relative to where the command was typed. */
const path = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);

async function main(): Promise<void> {
  const options = new Command("device")
    .description('Sends readings to a city: one JSON object a line on stdin, {"stream":"water-level","value":5.6}')
    .requiredOption("--url <address>", "address of the city, http://127.0.0.1:3000")
    .requiredOption("--id <device>", "the device, or the gateway of the devices that readings name in deviceId")
    .requiredOption("--key-file <file>", "file that holds the device's key and nothing else")
    .requiredOption("--queue <folder>", "where readings wait until the city has answered for them")
    .option("--queue-mb <n>", "the queue's size at most; beyond it the oldest go", above, 256)
    .option("--keep-alive <seconds>", "says that it lives this often", above, 60)
    .option("--verbose", "say what is taken and answered, too", false)
    .parse()
    .opts<Options>();
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const voice = {
    say: (fact: object) => void process.stdout.write(`${JSON.stringify(fact)}\n`),
    complain: (sentence: string) => console.error(sentence),
  };
  const run = {
    url: options.url,
    deviceId: options.id,
    key: readFileSync(path(options.keyFile), "utf8").trim(),
    queue: path(options.queue),
    mostBytes: options.queueMb * 1_000_000,
    keepAliveMs: options.keepAlive * 1000,
    verbose: options.verbose,
  };
  await runDevice(run, process.stdin.setEncoding("utf8"), voice, stop.signal);
}

main().then(
  // stdin may still be open
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
