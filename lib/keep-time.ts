import type { Logger } from "pino";
import { DAY, KST_OFFSET_MS } from "./base/clock";
import { isFailure } from "./base/failure";
import type { City } from "./city";
import { sealRecord } from "./guard/checkpoint";
import type { Observer } from "./observer";
import type { Outbox } from "./outbox";
import type { Store } from "./store/open";
import { REGISTRY_VERSION, readSetting } from "./store/setting/settings";

const TICK_MS = 1000;
const HEALTH_EVERY = 2;
const SUMMARY_EVERY = 30;
const SEEN_EVERY = 15;
const FORGET_EVERY = 30;
const EXPIRE_EVERY = 5;
/** Between two checkpoints of the record, in steps of a second: what was written since the last one is not signed yet. */
const SEAL_EVERY = 60;

/** `ticks` false: somebody else lets time be felt, an exercise between two steps of its recording. */
type Parts = {
  city: City;
  outbox: Pick<Outbox, "dispatcher" | "forget">;
  store: Store;
  observer: Pick<Observer, "sample">;
  /** Ends looks at cameras whose ground has gone. */
  endViews(): Promise<void>;
  /** Deletes kept pictures whose time is over. */
  expirePictures(): Promise<void>;
  log: Logger;
  ticks: boolean;
  /** What readSetting said of REGISTRY_VERSION before the city was read: a command that ran since is taken in. */
  registryVersion: string | null;
  /** Signs the record's checkpoints (PEM). */
  checkpointKey: string;
};

/** What happens by itself: silence is judged, screens hear of the city's health, changes from the command line are taken in. */
export function keepTime(parts: Parts): { stop(): void } {
  const { city, outbox, store, observer, log, ticks, registryVersion, checkpointKey } = parts;
  let count = 0;
  let known = `${registryVersion} ${legalDay()}`;
  let shown = "";
  /** That nothing can be stored is said once, by whoever found it out. */
  const missed = (what: string, work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!isFailure(error)) log.error({ err: error }, what);
    });
  const takeIn = async (): Promise<void> => {
    const version = `${await readSetting(store, REGISTRY_VERSION)} ${legalDay()}`;
    if (version !== known) await city.reload();
    known = version;
  };
  const keepPrivacy = async (): Promise<void> => {
    await missed("looks at cameras were not ended", parts.endViews());
    if (count % EXPIRE_EVERY === 0) await missed("expired pictures were not looked for", parts.expirePictures());
  };
  const step = async (): Promise<void> => {
    count++;
    observer.sample();
    // each by itself: a disk that refuses one of them is told to the screens below, not instead of it
    await missed("the disk was not looked after", store.tend());
    if (ticks) await missed("a tick was not stored", city.flow.tick());
    await missed("changes from outside were not taken in", takeIn());
    const summary = city.view.summary();
    const mark = JSON.stringify([summary.alerts, summary.ended, summary.sure, summary.cannotStoreSince]);
    if (mark !== shown || count % SUMMARY_EVERY === 0) city.hub.tell({ summary });
    shown = mark;
    if (count % HEALTH_EVERY === 0) city.hub.tell({ health: city.view.health() });
    // what follows writes: it waits until the disk is well
    if (store.guard.storage.state !== "ok") return;
    await missed("what the screens were told was not kept", city.past.flush());
    if (count % SEEN_EVERY === 0) await missed("signs of life were not kept", city.keepSeen());
    // first, whom nobody has answered
    await missed("escalations were not taken", city.escalate());
    await missed("signs in the street were not ordered", city.keepSigns());
    await keepPrivacy();
    // it may have much to read, and silence is judged meanwhile
    void missed("evidence was not kept", city.keepEvidence());
    // a commit rings by itself; what a command beside the city put into the outbox is found here
    outbox.dispatcher.ring();
    if (count % FORGET_EVERY === 0) await missed("what was told long ago was not let go", outbox.forget());
    if (count % SEAL_EVERY === 0)
      await missed("the record was not signed", sealRecord(store, checkpointKey, Date.now()));
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    step()
      .catch((error: unknown) => log.error({ err: error }, "the city's clock missed a beat"))
      .finally(() => {
        busy = false;
      });
  }, TICK_MS);
  return { stop: () => clearInterval(timer) };
}

/** Which day it is in Seoul: rules take effect at its midnight. */
function legalDay(): number {
  return Math.floor((Date.now() + KST_OFFSET_MS) / DAY);
}
