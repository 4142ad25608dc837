import { setImmediate, setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "./base/clock";
import { isFailure } from "./base/failure";
import type { City } from "./city";
import type { Registry } from "./ingest/registry";
import type { Keep } from "./kinds/keep";
import { Packer } from "./store/history/packer";
import type { Store } from "./store/open";

/** Between two rounds that had nothing left to do, ms. */
const PAUSE_MS = 1000;
/** Readings go first: while they come in, the packer rests this many times as long as its step took; half of that where more came than memory holds. */
const REST = 50;
/** Another process writes at this moment, ms. */
const AFTER_BUSY_MS = 50;
const AFTER_FAULT_MS = 5000;

type Parts = { city: Pick<City, "flow" | "registry">; store: Store; clock: Clock; log: Logger };

/** Packs the history behind the readings for as long as the city runs, one small step at a time. `stop` ends it after its step. */
export function keepHistory({ city, store, clock, log }: Parts): { packer: Packer; stop(): Promise<void> } {
  const onSick = (stream: number, err: unknown) =>
    log.error({ err, stream }, "the history of a stream cannot be read and is packed no further");
  const packer = new Packer({ history: store.history, keeps: () => keepsOf(city.registry), onSick });
  const ended = new AbortController();
  const pause = (ms: number) => setTimeout(ms, undefined, { signal: ended.signal }).catch(() => undefined);
  let fault = "";
  let accepted = 0;
  /** One step; gives how long to rest after it, ms. */
  const step = async (): Promise<number> => {
    let took = 0;
    const did = await store.alone(() => {
      const began = performance.now();
      const done = packer.step(clock.now());
      took = performance.now() - began;
      return done;
    });
    if (did === null) return PAUSE_MS;
    fault = "";
    const silent = city.flow.counts.accepted === accepted;
    accepted = city.flow.counts.accepted;
    return silent ? 0 : (store.history.tails.complete ? REST : REST / 2) * took;
  };
  const failed = (err: unknown): number => {
    if (isBusy(err)) return AFTER_BUSY_MS;
    // said once; and what ails the disk is said by its guard
    if (String(err) !== fault && !isFailure(err))
      log.error({ err }, "the history could not be packed; it is tried again");
    fault = String(err);
    return AFTER_FAULT_MS;
  };
  const running = (async () => {
    while (!ended.signal.aborted) {
      const rest = await step().catch(failed);
      await (rest === 0 ? setImmediate() : pause(rest));
    }
  })();
  const stop = (): Promise<void> => {
    ended.abort();
    return running;
  };
  return { packer, stop };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
}

/** Streams that are kept for another time than KEEP. */
function keepsOf(registry: Registry): Map<number, Keep> {
  const keeps = new Map<number, Keep>();
  for (const device of registry.devices.values())
    for (const { id, spec } of device.streams.values()) if (spec.keep) keeps.set(id, spec.keep);
  return keeps;
}
