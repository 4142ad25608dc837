import { join } from "node:path";
import type { Logger } from "pino";
import type { ApiContext } from "./api/context";
import { createApi } from "./api/create-api";
import { Looks } from "./api/look";
import { type SteadyClock, wallClock } from "./base/clock";
import { timeId } from "./base/id";
import { keepGarbageYoung } from "./base/young-garbage";
import { openPictures } from "./cameras-wiring";
import { type City, createCity } from "./city";
import { driveDemo, seedDemoOnce } from "./demo-wiring";
import { closeDoors, commandDevice, createDoors, createSockets, cutOff, listen, ownUrl } from "./doors";
import type { Env } from "./env";
import { driveFeeds, loadOfficial } from "./feeds-wiring";
import type { AuthenticateDevice } from "./gateway/devices";
import { createAuth } from "./guard/auth";
import { authenticateDevice } from "./guard/authenticate-device";
import { sealRecord } from "./guard/checkpoint";
import { NonceBook } from "./guard/nonce-book";
import { readSecrets, type Secrets } from "./guard/secrets";
import { viewerOf } from "./guard/viewer";
import { keepHistory } from "./keep-history";
import { expirePictures, sweepPictures } from "./keep-pictures";
import { keepTime } from "./keep-time";
import { endViews } from "./keep-views";
import type { Kind } from "./kinds/kind";
import { openLog } from "./log";
import { createObserver } from "./observer";
import { type OpenDatabase, openDatabase } from "./open-database";
import { openOutbox } from "./outbox";
import { createRoads } from "./roads/osrm";
import { foundCity } from "./seed";
import type { Store } from "./store/open";
import { REGISTRY_VERSION, readSetting } from "./store/setting/settings";
import { openUploads, PICTURES, UPLOADS } from "./store/upload/uploads";
import { readTravelLaw } from "./travel-law";
import { startWeb } from "./web/child";
import { createProxy } from "./web/proxy";

export type StartOptions = {
  env: Env;
  clock: SteadyClock;
  kinds: ReadonlyMap<string, Kind>;
  /** "start" serves the built web, "dev" Next's development server, null none: the city alone. */
  web: "dev" | "start" | null;
  mode: "live" | "exercise";
  speed: number;
  log?: Logger;
};

export type Running = {
  url: string;
  port: number;
  city: City;
  store: Store;
  /** What the first start has to print: log-ins; empty on later starts. */
  notices: string[];
  stop(): Promise<void>;
};

/** The one place that wires: database, river, doors, web, demo. Resolves when everything answers. */
export async function startCity(options: StartOptions): Promise<Running> {
  keepGarbageYoung();
  const { env, clock } = options;
  const log = options.log ?? openLog(env.logLevel);
  const database = await openDatabase({ url: env.databaseUrl, clock, wall: wallClock, log });
  try {
    return await openCity(options, log, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openCity(options: StartOptions, log: Logger, database: OpenDatabase): Promise<Running> {
  const { env, clock, kinds, mode, speed } = options;
  const { store } = database;
  const startedAt = wallClock.now();
  const secrets = readSecrets(env.dir);
  const auth = createAuth({ store, clock, secret: secrets.session, publicUrl: env.publicUrl });
  const notices = await foundCity({ store, env, clock, auth });
  const demo = env.demo && mode === "live";
  const shared = { store, clock, kinds, deviceMaster: secrets.deviceMaster };
  if (demo) await seedDemoOnce(shared);

  const sockets = createSockets();
  const lockOut = (ids: string[]) => cutOff(sockets, ids);
  const info = { mode, demo, speed, timeZone: "Asia/Seoul", mapStyleUrl: env.mapStyleUrl };
  const registryVersion = await readSetting(store, REGISTRY_VERSION);
  const command = (id: string, order: object) => commandDevice(sockets, id, order);
  const outbox = openOutbox({ ...shared, city: info, webhooks: env.webhooks, command, log });
  const { dispatcher, deliveries } = outbox;
  const ring = () => dispatcher.ring();
  const official = await loadOfficial(store, env);
  const city = await createCity({
    ...shared,
    newId: timeId,
    info,
    official: () => official,
    identify: viewerOf(auth),
    lockOut,
    ring,
  });
  const { view, changed, flow, hub } = city;
  const authHandler = async (request: Request): Promise<Response> => {
    const answer = await auth.authHandler(request);
    // signed out is out of the live room too
    if (/\/(sign-out|change-password|revoke-[a-z-]+)$/.test(new URL(request.url).pathname)) void hub.recheck();
    return answer;
  };
  let past: ReturnType<typeof keepHistory> | null = null;
  const observer = createObserver({ city, store, packer: () => past?.packer ?? null, wall: wallClock, log });
  const { river, metrics } = observer;
  const pictures = openPictures(info, () => wallClock.steady());
  const kept = openUploads(join(env.dir, PICTURES));
  const evidence = { store, clock, kept, log };
  await sweepPictures(evidence, startedAt);
  const behindProxy = env.publicUrl !== null;
  const context: ApiContext = {
    ...shared,
    newId: timeId,
    view,
    changed,
    deliveries,
    pictures,
    uploads: openUploads(join(env.dir, UPLOADS)),
    kept,
    secondsTo: env.osrmUrl === null ? null : createRoads({ base: env.osrmUrl, clock: wallClock }),
    travelLaw: readTravelLaw(env.travelLaw),
    river,
    metrics,
    past: city.past,
    log,
    behindProxy,
    ...auth,
    authHandler,
  };
  const looks = new Looks(context);
  const api = createApi(context, looks);
  const authenticate = deviceDoor(city, secrets);
  const arrived = (id: string) => dispatcher.wake(`device:${id}`);
  const doors = createDoors({ api, receive: flow, authenticate, now: () => clock.now(), hub, sockets, arrived });
  const port = await listen(doors.server, env);
  const url = ownUrl(env.host, port);
  await dispatcher.start();

  const time = keepTime({
    city,
    outbox,
    store,
    observer,
    endViews: async () => {
      await endViews({ store, clock, pictures, view });
      await looks.tellTries();
    },
    expirePictures: () => expirePictures(evidence),
    log,
    ticks: mode === "live",
    registryVersion,
    checkpointKey: secrets.checkpoint,
  });
  past = keepHistory({ city, store, clock, log });
  const say = (line: string) => log.debug(line);
  const web = options.web && (await startWeb({ mode: options.web, cityUrl: url, log: say }));
  if (web) doors.openWeb(createProxy(web.url, options.web === "dev"));
  const simulators = demo ? driveDemo(city, url, shared) : null;
  const feeds = driveFeeds({ ...shared, env, mode, city, official, log });
  const stop = async (): Promise<void> => {
    log.info({ event: "stopping" });
    feeds.stop();
    await simulators?.stop();
    time.stop();
    await past?.stop();
    hub.stop();
    await dispatcher.stop();
    await closeDoors(sockets, doors.server);
    await web?.stop();
    // what is queued is stored before the database closes
    await flow.tick().catch((error: unknown) => log.error({ err: error }, "the last readings could not be stored"));
    await city.keepSeen().catch(() => undefined);
    await city.past.flush().catch(() => undefined);
    await looks.tellTries(true).catch(() => undefined);
    await sealRecord(store, secrets.checkpoint, Date.now()).catch(() => undefined);
    await database.close();
    log.info({ event: "stop", uptimeMs: wallClock.now() - startedAt });
  };
  const { total } = city.registry.fleet;
  log.info({
    event: "start",
    url,
    database: store.file,
    mode,
    demo,
    devices: total,
    tookMs: wallClock.now() - startedAt,
  });
  return { url, port, city, store, notices, stop };
}

function deviceDoor(city: City, secrets: Secrets): AuthenticateDevice {
  const nonces = new NonceBook(wallClock);
  const keyCipher = (id: string) => city.registry.inService(id)?.record.keyCipher;
  return (given) => authenticateDevice(given, { master: secrets.deviceMaster, nonces, keyCipher, wallNow: Date.now });
}
