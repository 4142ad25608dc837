import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { type Logger, pino } from "pino";
import { Server as SocketServer } from "socket.io";
import { createApi } from "./api/create-api";
import type { Clock } from "./base/clock";
import { timeId } from "./base/id";
import { type City, createCity } from "./city";
import { driveDemo, seedDemoOnce } from "./demo-wiring";
import type { Env } from "./env";
import { type AuthenticateDevice, attachDevices } from "./gateway/devices";
import { httpReadings } from "./gateway/http-readings";
import { createAuth } from "./guard/auth";
import { authenticateDevice } from "./guard/authenticate-device";
import { NonceBook } from "./guard/nonce-book";
import { readSecrets } from "./guard/secrets";
import { viewerOf } from "./guard/viewer";
import { MAX_FRAME_READINGS } from "./ingest/validate";
import { keepTime } from "./keep-time";
import type { Kind } from "./kinds/kind";
import { foundCity } from "./seed";
import { migrate } from "./store/migrate";
import { openStore, type Store } from "./store/open";
import { startWeb } from "./web/child";
import { createProxy, type Front } from "./web/proxy";

export type StartOptions = {
  env: Env;
  clock: Clock;
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
  /** What the first start printed: log-ins of the demo; empty on later starts. */
  notices: string[];
  stop(): Promise<void>;
};

/** A frame of 2 MB must be answered with a code, not with a closed line. */
const MAX_FRAME_BYTES = 4_000_000;

/** The one place that wires: database, river, sockets, API, web. Resolves when everything answers. */
export async function startCity(options: StartOptions): Promise<Running> {
  const { env, clock, kinds, mode, speed } = options;
  const log = options.log ?? pino({ level: env.logLevel });
  migrate(env.databaseUrl);
  const store = await openStore(env.databaseUrl);
  const secrets = readSecrets(env.dir);
  const auth = createAuth({ store, clock, secret: secrets.session, publicUrl: env.publicUrl });
  const notices = await foundCity({ store, env, clock, auth });
  const demo = env.demo && mode === "live";
  const demoParts = { store, clock, kinds, deviceMaster: secrets.deviceMaster };
  if (demo) await seedDemoOnce(demoParts);
  const info = { mode, demo, speed, timeZone: "Asia/Seoul", mapStyleUrl: env.mapStyleUrl };
  const city = await createCity({ store, clock, newId: timeId, kinds, info, identify: viewerOf(auth) });

  const wall = Date.now();
  const authenticate: AuthenticateDevice = (given) =>
    authenticateDevice(given, {
      master: secrets.deviceMaster,
      nonces,
      keyCipher: (id) => city.registry.inService(id)?.record.keyCipher,
      wallNow: Date.now,
    });
  const nonces = new NonceBook(wall);
  const gateway = { authenticate, receive: city.flow, now: () => clock.now(), maxReadings: MAX_FRAME_READINGS };
  const app = new Hono().route("/", httpReadings(gateway)).route(
    "/",
    createApi({
      store,
      clock,
      newId: timeId,
      kinds,
      view: city.view,
      deviceMaster: secrets.deviceMaster,
      changed: city.changed,
      identify: auth.identify,
      authHandler: auth.authHandler,
      hashPassword: auth.hashPassword,
    }),
  );
  const api = getRequestListener(app.fetch);
  let proxy: Front | null = null;
  const server = createServer((request, response) => {
    if (isCitys(request.url)) void api(request, response);
    else if (proxy) proxy.web(request, response);
    else noWeb(request, response);
  });
  const io = new SocketServer(server, { maxHttpBufferSize: MAX_FRAME_BYTES, serveClient: false });
  attachDevices(io.of("/devices"), gateway);
  city.hub.attach(io.of("/live"));
  server.on("upgrade", (request, socket, head) => {
    if (!isCitys(request.url)) proxy?.upgrade(request, socket as Socket, head);
  });
  const port = await listen(server, env);
  const url = `http://${env.host}:${port}`;
  const time = keepTime({ city, store, log });
  const web =
    options.web &&
    (await startWeb({ mode: options.web, cityUrl: `http://127.0.0.1:${port}`, log: (line) => log.debug(line) }));
  if (web) proxy = createProxy(web.url, options.web === "dev");
  const simulators = demo ? driveDemo(city.registry, url, demoParts) : null;
  return {
    url,
    port,
    city,
    store,
    notices,
    stop: async () => {
      await simulators?.stop();
      time.stop();
      city.hub.stop();
      await io.close();
      await web?.stop();
      await city.flow.tick().catch(() => undefined);
      await city.keepSeen().catch(() => undefined);
      await store.close();
    },
  };
}

function isCitys(url = "/"): boolean {
  return /^\/(api|socket\.io)(\/|\?|$)/.test(url);
}

function noWeb(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/plain; charset=utf-8" });
  response.end("This city runs without its screens. The API is at /api/openapi.json.\n");
}

function listen(server: ReturnType<typeof createServer>, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${env.port} is in use. Stop what uses it, or start with PORT=another.`) : error);
    });
    server.listen(env.port, env.host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : env.port);
    });
  });
}
