import { setImmediate, setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "./base/clock";
import type { City } from "./city";
import type { Registry } from "./ingest/registry";
import type { Keep } from "./kinds/keep";
import { Packer } from "./store/history/packer";
import type { Store } from "./store/open";

/** Between two rounds that had nothing left to do, ms. */
const PAUSE_MS = 1000;
/** Readings go first. Where they never leave a gap a step comes all the same, this often, ms: a step is about one, so it costs about one in fifty. */
const BUSY_MS = 50;
const AFTER_FAULT_MS = 5000;

type Parts = { city: Pick<City, "flow" | "registry">; store: Store; clock: Clock; log: Logger };

/** Packs the history behind the readings for as long as the city runs, one small step at a time. `stop` ends it after its step. */
export function keepHistory({ city, store, clock, log }: Parts): { packer: Packer; stop(): Promise<void> } {
  const onSick = (stream: number, err: unknown) =>
    log.error({ err, stream }, "the history of a stream cannot be read and is packed no further");
  const packer = new Packer({ history: store.history, keeps: () => keepsOf(city.registry), onSick });
  const ended = new AbortController();
  const pause = (ms: number) => setTimeout(ms, undefined, { signal: ended.signal }).catch(() => undefined);
  const gap = async (): Promise<void> => {
    await setImmediate();
    const since = performance.now();
    while (city.flow.queue.depth > 0 && performance.now() - since < BUSY_MS) await pause(2);
  };
  let fault = "";
  const step = async (): Promise<void> => {
    try {
      const did = await store.alone(() => packer.step(clock.now()));
      if (did !== null) fault = "";
      await (did === null ? pause(PAUSE_MS) : gap());
    } catch (err) {
      // said once: a full disk is full for a while, and another process that writes is soon done
      if (String(err) !== fault && !isBusy(err))
        log.error({ err }, "the history could not be packed; it is tried again");
      fault = String(err);
      await pause(isBusy(err) ? BUSY_MS : AFTER_FAULT_MS);
    }
  };
  const running = (async () => {
    while (!ended.signal.aborted) await step();
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
