import type { Logger } from "pino";
import { enrollAll } from "./api/enroll-device";
import { type Clock, DAY, MINUTE } from "./base/clock";
import { isFailure } from "./base/failure";
import type { City } from "./city";
import type { Feed, FeedId, Official } from "./contract/official";
import type { Env } from "./env";
import type { Get } from "./feeds/get-json";
import type { GaugeStation } from "./feeds/hrfco";
import { askLevels, askStations } from "./feeds/hrfco-feed";
import { askKma } from "./feeds/kma-feed";
import { Poller } from "./feeds/poller";
import { gaugeDeviceId, stationRules } from "./feeds/station-rules";
import type { Actor } from "./guard/actor";
import { actorName, displayName } from "./guard/actor";
import { writeAudit } from "./guard/audit";
import type { Kind } from "./kinds/kind";
import { listWarnings, replaceWarnings } from "./store/official/warnings";
import type { Store, Tx } from "./store/open";
import { putRule } from "./store/rule/put-rule";
import { ruleVersions } from "./store/rule/rule-versions";
import { putSetting, readSetting } from "./store/setting/settings";

const everyMs: Record<FeedId, number> = { "kma-warnings": 2 * MINUTE, "hrfco-levels": 5 * MINUTE };
const heardKey = (id: FeedId) => `feed-heard:${id}`;

/** What the authorities had said when the city stopped, each with the time when it was heard. */
export async function loadOfficial(store: Store, env: Env): Promise<Official> {
  const keys: Record<FeedId, string | null> = { "kma-warnings": env.kma.key, "hrfco-levels": env.hrfco.key };
  const feeds: Feed[] = [];
  for (const [id, key] of Object.entries(keys) as [FeedId, string | null][]) {
    const heard = await readSetting(store, heardKey(id));
    const untried = { triedAt: null, nextTryAt: null, problem: null, failures: 0 };
    feeds.push({
      id,
      configured: key !== null,
      everyMs: everyMs[id],
      succeededAt: heard ? Number(heard) : null,
      ...untried,
    });
  }
  return { warnings: await listWarnings(store), feeds };
}

type Parts = {
  env: Env;
  mode: "live" | "exercise";
  store: Store;
  clock: Clock;
  kinds: ReadonlyMap<string, Kind>;
  deviceMaster: Buffer;
  city: City;
  /** Kept up to date here. */
  official: Official;
  log: Logger;
};

const get: Get = (url, signal) => fetch(url, { signal, redirect: "error" });

/** Asks the authorities that a key is set for. From an exercise nothing leaves the house: only a server on this host is asked. */
export function driveFeeds(parts: Parts): { stop(): void } {
  const { env, mode } = parts;
  const may = (base: string) => mode === "live" || /^http:\/\/(127\.|localhost|\[::1\])/.test(base);
  const pollers = [
    ...(env.kma.key && may(env.kma.base) ? [poller(parts, "kma-warnings", () => kmaRound(parts))] : []),
    ...(env.hrfco.key && may(env.hrfco.base) ? [poller(parts, "hrfco-levels", hrfcoRounds(parts))] : []),
  ];
  for (const one of pollers) one.start();
  return {
    stop: () => {
      for (const one of pollers) one.stop();
    },
  };
}

function poller({ store, clock, city, official, log }: Parts, id: FeedId, work: () => Promise<void>): Poller {
  const succeededAt = official.feeds.find((f) => f.id === id)?.succeededAt ?? null;
  const watched = () =>
    work().catch((error: unknown) => {
      if (!isFailure(error)) log.error({ err: error, feed: id }, "a feed's answer could not be taken in");
      throw error;
    });
  const tell = (feed: Feed) => {
    if (feed.problem) log.warn({ feed: id, problem: feed.problem, failures: feed.failures }, "a feed did not answer");
    else void store.write((tx) => putSetting(tx, heardKey(id), String(feed.succeededAt))).catch(() => undefined);
    official.feeds = official.feeds.map((f) => (f.id === id ? feed : f));
    city.hub.tell({ feeds: official.feeds });
  };
  return new Poller({ id, everyMs: everyMs[id], clock, random: Math.random, work: watched, tell, succeededAt });
}

async function kmaRound({ env, store, clock, city, official }: Parts): Promise<void> {
  const { key, base, area } = env.kma;
  const warnings = await askKma({ base, area, key: key ?? "", get }, official.warnings, clock.now());
  if (JSON.stringify(warnings) === JSON.stringify(official.warnings)) return;
  await replaceWarnings(store, warnings);
  official.warnings = warnings;
  city.hub.tell({ warnings });
}

/** Stations are read anew once a day: their levels change from year to year. */
function hrfcoRounds(parts: Parts): () => Promise<void> {
  const { env, clock, city } = parts;
  const source = { ...env.hrfco, key: env.hrfco.key ?? "", get };
  let known: { stations: GaugeStation[]; at: number } | null = null;
  return async () => {
    if (!known || clock.now() - known.at > DAY) {
      const stations = await askStations(source);
      await enterStations(parts, stations);
      known = { stations, at: clock.now() };
    }
    for (const { station, readings } of await askLevels(source, known.stations)) {
      const given = readings.map(({ at, value }) => ({ stream: "water-level", at, value }));
      if (given.length > 0) await city.flow.readings(gaugeDeviceId(station.code), given);
    }
  };
}

const office: Actor = { type: "system", name: "hrfco" };

/** Each station as a gauge of the city, and its own levels as rules; a rule that an admin has changed is left to him. */
async function enterStations(parts: Parts, stations: readonly GaugeStation[]): Promise<void> {
  const { store, clock, city } = parts;
  const devices = stations.map((s) => ({
    id: gaugeDeviceId(s.code),
    kind: "water-level",
    name: `${s.name} (한강홍수통제소)`,
    lat: s.lat,
    lon: s.lon,
    zone: "riverside",
    class: 3,
    properties: { source: "HRFCO", station: s.code, ...(s.datum !== null && { datum: `EL ${s.datum} m` }) },
  }));
  const changed = await store.write(async (tx) => {
    const added = await enrollAll(tx, parts, office, devices);
    let versions = 0;
    for (const rule of stations.flatMap((s) => stationRules(s, clock.now())))
      versions += await enterRule(tx, clock, rule);
    return added.size + versions;
  });
  if (changed > 0) await city.reload();
}

async function enterRule(tx: Tx, clock: Clock, { id, body }: ReturnType<typeof stationRules>[number]): Promise<number> {
  const newest = (await ruleVersions(tx, id))[0];
  if (newest && (newest.raise === body.raise || newest.createdBy !== displayName(office))) return 0;
  const [version, at] = [(newest?.version ?? 0) + 1, clock.now()];
  await putRule(tx, { ...body, id, version, createdAt: at, createdBy: displayName(office) });
  const detail = { version, raise: body.raise, before: newest?.raise ?? null };
  await writeAudit(tx, { at, actor: actorName(office), action: "rule.fetched", subject: `rule:${id}`, detail });
  return 1;
}
