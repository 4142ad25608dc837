import type { City } from "./city";
import { Concern } from "./contract/city";
import { StorageState } from "./contract/storage";
import type { RoomFigures } from "./live/hub";
import type { Figure, Histogram, Line } from "./observe/metrics";
import type { Packer } from "./store/history/packer";
import { countNotices } from "./store/notice/count-notices";
import type { Store } from "./store/open";

export type FigureParts = {
  city: Pick<City, "flow" | "hub" | "registry" | "view">;
  store: Store;
  /** Null until the history is kept. */
  packer(): Packer | null;
};

const MS = 0.001;

/** The histograms of the metrics: kept as plain numbers where they are counted. */
export function histogramsOf({ city, store }: FigureParts): Histogram[] {
  const { lag, group } = city.flow.counts;
  return [
    { name: "haechi_frame_lag_seconds", help: "From a frame's arrival to its answer.", buckets: lag, scale: MS },
    { name: "haechi_commit_seconds", help: "Commits of readings.", buckets: store.commits.ms, scale: MS },
    { name: "haechi_commit_readings", help: "Readings in a commit.", buckets: group },
  ];
}

const counter = (name: string, help: string, read: Figure["read"]): Figure => ({ name, help, type: "counter", read });
const gauge = (name: string, help: string, read: Figure["read"]): Figure => ({ name, help, type: "gauge", read });

/** Every figure of the metrics, each read from where it is kept at the moment of the scrape. */
export function figuresOf(parts: FigureParts): Figure[] {
  return [...ingest(parts), ...live(parts), ...disk(parts), ...behind(parts)];
}

function ingest({ city }: FigureParts): Figure[] {
  const { counts, queue } = city.flow;
  return [
    counter("haechi_readings_accepted_total", "Readings stored and judged.", () => counts.accepted),
    counter("haechi_readings_duplicate_total", "Readings that were stored already.", () => counts.duplicates),
    counter("haechi_readings_refused_total", "Readings refused alone.", () => byCode(counts.refusedByCode)),
    counter("haechi_frames_refused_total", "Frames refused whole.", () => byCode(counts.framesRefusedByCode)),
    gauge("haechi_queue_frames", "Frames that wait for the disk.", () => queue.depth),
    gauge(
      "haechi_queue_oldest_seconds",
      "How long the oldest of them has waited.",
      () => counts.oldestMs(performance.now()) * MS,
    ),
    gauge("haechi_devices", "Devices in service by their link.", () => {
      return Object.entries(city.registry.fleet.links).map(([state, n]): Line => [{ state }, n]);
    }),
    gauge("haechi_alerts", "Alerts that stand, by level and state.", () => standing(city.hub.state.alerts.values())),
  ];
}

function byCode(counts: ReadonlyMap<string, number>): Line[] {
  return [...counts].map(([code, n]) => [{ code }, n]);
}

function standing(alerts: Iterable<{ level: number; state: string }>): Line[] {
  const counts = new Map<string, Line>();
  for (const { level, state } of alerts) {
    if (state === "cleared") continue;
    const line = counts.get(`${level} ${state}`) ?? [{ level: String(level), state }, 0];
    line[1]++;
    counts.set(`${level} ${state}`, line);
  }
  return [...counts.values()];
}

function live({ city }: FigureParts): Figure[] {
  const rooms = (of: (room: RoomFigures) => number) => () =>
    city.hub.figures().map((figures): Line => [{ room: figures.room }, of(figures)]);
  return [
    gauge(
      "haechi_live_screens",
      "Screens that listen.",
      rooms((r) => r.screens),
    ),
    gauge(
      "haechi_live_behind",
      "Screens that read more slowly than the city speaks.",
      rooms((r) => r.behind),
    ),
    gauge(
      "haechi_live_waiting_bytes",
      "Bytes that wait for slow screens.",
      rooms((r) => r.waitingBytes),
    ),
    counter(
      "haechi_live_resumed_total",
      "Screens that went on where they stood.",
      rooms((r) => r.resumed),
    ),
    counter(
      "haechi_live_snapshots_total",
      "Screens that were given the whole.",
      rooms((r) => r.snapshots),
    ),
    counter(
      "haechi_live_bytes_total",
      "Bytes sent.",
      rooms((r) => r.bytes),
    ),
  ];
}

function disk({ city, store }: FigureParts): Figure[] {
  const { guard, commits } = store;
  const one =
    <T extends string>(name: string, all: readonly T[], is: (each: T) => boolean) =>
    () =>
      all.map((each): Line => [{ [name]: each }, is(each) ? 1 : 0]);
  return [
    gauge(
      "haechi_storage",
      "1 for the state that storing is in.",
      one("state", StorageState.options, (s) => s === guard.storage.state),
    ),
    gauge(
      "haechi_concern",
      "1 for what a person should look after.",
      one("concern", Concern.options, (c) => city.view.health().concerns.includes(c)),
    ),
    counter("haechi_commits_slow_total", "Commits of readings that took over half a second.", () => commits.slow),
    gauge("haechi_disk_free_bytes", "Free on the database's disk.", () => guard.seen?.freeBytes ?? 0),
    gauge("haechi_disk_bytes", "Size of that disk.", () => guard.seen?.diskBytes ?? 0),
    gauge("haechi_database_bytes", "Size of the database.", () => guard.seen?.databaseBytes ?? 0),
    gauge("haechi_database_log_bytes", "Size of SQLite's write-ahead log.", () => guard.seen?.walBytes ?? 0),
  ];
}

/** What happens behind the readings: the history is packed, the outbox is emptied. */
function behind({ store, packer }: FigureParts): Figure[] {
  // a scrape is answered also while the database cannot be read
  const notices = () => countNotices(store).catch(() => []);
  return [
    counter("haechi_history_packed_total", "Readings packed.", () => packer()?.packed ?? 0),
    gauge("haechi_history_waiting", "Readings in memory that are not packed yet.", () => store.history.tails.total),
    gauge("haechi_outbox_waiting", "Notices that wait for their receiver.", async () =>
      (await notices()).reduce((sum, n) => sum + n.queue, 0),
    ),
    gauge("haechi_outbox_dead", "Notices that were given up.", async () =>
      (await notices()).reduce((sum, n) => sum + n.dead, 0),
    ),
  ];
}
