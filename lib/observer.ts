import type { Logger } from "pino";
import type { Clock } from "./base/clock";
import type { River } from "./contract/river";
import { type FigureParts, figuresOf, histogramsOf } from "./figures";
import { createMetrics, type Metrics } from "./observe/metrics";
import { Rates } from "./observe/rates";
import { RefusalLines } from "./observe/refusals";
import { INTEGRITY } from "./store/integrity";
import { countNotices } from "./store/notice/count-notices";
import type { Store } from "./store/open";
import { LAST_BACKUP, readSetting } from "./store/setting/settings";

export type ObserverParts = FigureParts & {
  /** The house's clock, also in an exercise. */
  wall: Clock;
  log: Logger;
};

export type Observer = {
  /** Once a second: keeps what was counted until now, and says what was refused, once a minute. */
  sample(): void;
  river(): Promise<River>;
  metrics: Metrics;
};

const LINE_EVERY = 60;
const MOST_DEVICES = 20;

/** Looks at the running city and says how its readings flow: to the admin's page, to Prometheus and to the log. */
export function createObserver(parts: ObserverParts): Observer {
  const { store, city, wall, log } = parts;
  const { counts } = city.flow;
  const rates = new Rates();
  const lines = new RefusalLines();
  let seconds = 0;
  sayStorage(store, log);
  return {
    metrics: createMetrics(figuresOf(parts), histogramsOf(parts)),
    sample: () => {
      const { accepted, duplicates, refused, busy, lag } = counts;
      const commits = store.commits.ms.counts;
      rates.sample({ at: wall.now(), accepted, duplicates, refused, busy, lag: lag.counts, commits });
      if (++seconds % LINE_EVERY > 0) return;
      const { refusedByCode: readings, framesRefusedByCode: frames } = counts;
      const news = lines.next({ readings, frames, devices: counts.mostRefused(MOST_DEVICES) });
      if (news) log.warn({ event: "refused", overSeconds: LINE_EVERY, ...news });
    },
    river: () => riverOf(parts, rates),
  };
}

/** Storing that ends or begins again is one line each; so is somebody who holds the log. */
function sayStorage(store: Store, log: Logger): void {
  store.guard.listen(({ state, since }) => {
    if (state === "ok") log.info({ event: "storage-resumed" }, "the city stores again");
    else log.error({ event: "storage-failing", state, since }, "the city cannot store");
  });
  store.wal.onChange = (hold) => {
    if (hold) log.warn({ event: "log-held", holders: hold.holders }, "somebody's open read keeps SQLite's log growing");
    else log.info({ event: "log-folded" });
  };
}

async function riverOf({ city, store, packer, wall }: ObserverParts, rates: Rates): Promise<River> {
  const { counts } = city.flow;
  const { commits, guard, history, wal } = store;
  const [notices, backup, check] = await Promise.all([
    countNotices(store),
    readJson<River["backup"]>(store, LAST_BACKUP),
    readJson<River["check"]>(store, INTEGRITY),
  ]);
  const sum = (of: (n: (typeof notices)[number]) => number) => notices.reduce((all, n) => all + of(n), 0);
  return {
    at: wall.now(),
    health: city.view.health(),
    seconds: rates.seconds(),
    lag: rates.took("lag", counts.lag.bounds),
    commits: { ...rates.took("commits", commits.ms.bounds), slow: commits.slow, lastMs: Math.round(commits.lastMs) },
    refusedReadings: sorted(counts.refusedByCode),
    refusedFrames: sorted(counts.framesRefusedByCode),
    refusedDevices: counts.mostRefused(MOST_DEVICES).map(({ deviceId, count }) => {
      return { deviceId, name: city.registry.devices.get(deviceId)?.record.name ?? deviceId, count };
    }),
    busy: counts.busy,
    disk: guard.seen && {
      databaseBytes: guard.seen.databaseBytes,
      logBytes: guard.seen.walBytes,
      freeBytes: guard.seen.freeBytes,
      diskBytes: guard.seen.diskBytes,
    },
    logHold: wal.hold,
    rooms: city.hub.figures().map(({ room, screens, behind, waitingBytes, resumed, snapshots }) => {
      return { room, screens, behind, waitingBytes, resumed, snapshots };
    }),
    outbox: { waiting: sum((n) => n.queue), dead: sum((n) => n.dead), receivers: notices.length },
    history: {
      packed: packer()?.packed ?? 0,
      waiting: history.tails.total,
      late: [...history.late.values()].reduce((all, n) => all + n, 0),
    },
    backup,
    check,
    memoryBytes: process.memoryUsage.rss(),
  };
}

async function readJson<T>(store: Store, key: string): Promise<T | null> {
  return JSON.parse((await readSetting(store, key)) ?? "null") as T | null;
}

function sorted(counts: ReadonlyMap<string, number>): { code: string; count: number }[] {
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}
