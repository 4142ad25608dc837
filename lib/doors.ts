import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Server as SocketServer } from "socket.io";
import type { createApi } from "./api/create-api";
import type { Env } from "./env";
import { type AuthenticateDevice, attachDevices } from "./gateway/devices";
import { Hearing } from "./gateway/hearing";
import { httpReadings } from "./gateway/http-readings";
import { lateParser, MOST_OTHER } from "./gateway/late-decoder";
import { holdPolls } from "./gateway/polling";
import type { Receive } from "./gateway/receive";
import { MAX_FRAME_READINGS } from "./ingest/validate";
import type { LiveHub } from "./live/hub";
import { LIVE } from "./live/message";
import { type Front, webIsAway } from "./web/proxy";

export type DoorParts = {
  api: ReturnType<typeof createApi>;
  receive: Receive;
  authenticate: AuthenticateDevice;
  now(): number;
  hub: LiveHub;
  sockets: SocketServer;
  arrived(deviceId: string): void;
};

export type Doors = {
  server: Server;
  /** From now on every page comes from here; until then visitors are told to wait. */
  openWeb(front: Front): void;
};

/** A device may send more as soon as it has proved who it is: see gateway/devices. */
export function createSockets(): SocketServer {
  return new SocketServer({ maxHttpBufferSize: MOST_OTHER, serveClient: false, parser: lateParser });
}

/** Ends the connections of these devices. */
export function cutOff(sockets: SocketServer, deviceIds: string[]): void {
  // a room list that is empty means everybody
  if (deviceIds.length > 0) sockets.of("/devices").in(deviceIds).disconnectSockets(true);
}

/** A device that is connected answers a command within this. */
const COMMAND_MS = 8000;

/** Gives a command to every line of a device; gives their answers, none where it is not connected. Rejects where one does not answer. */
export function commandDevice(sockets: SocketServer, deviceId: string, command: object): Promise<unknown[]> {
  return sockets.of("/devices").in(deviceId).timeout(COMMAND_MS).emitWithAck("command", command);
}

/** One port: /api and /socket.io are the city's, every other request is the web's. */
export function createDoors({ api, receive, authenticate, now, hub, sockets, arrived }: DoorParts): Doors {
  const gateway = { authenticate, receive, now, arrived, maxReadings: MAX_FRAME_READINGS, hearing: new Hearing() };
  const takeReadings = httpReadings(gateway);
  const answer = getRequestListener(api.fetch);
  let front: Front | null = null;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.method === "POST" && isReadings(request.url)) takeReadings(request, response);
    else if (isCitys(request.url)) void answer(request, response);
    else if (front) front.web(request, response);
    else webIsAway(response);
  });
  sockets.attach(server);
  attachDevices(sockets.of("/devices"), gateway);
  holdPolls(sockets, gateway.hearing);
  hub.attach(sockets.of(LIVE));
  server.on("upgrade", (request, socket, head) => {
    if (!isCitys(request.url)) front?.upgrade(request, socket as Socket, head);
  });
  return {
    server,
    openWeb: (given) => {
      front = given;
    },
  };
}

function isReadings(url = "/"): boolean {
  return /^\/api\/v1\/readings(\?|$)/.test(url);
}

function isCitys(url = "/"): boolean {
  return /^\/(api|socket\.io)(\/|\?|$)/.test(url);
}

const GRACE_MS = 1000;

/** Lets nobody in any more and ends every line. A page that asks again and again on a line that stays open would keep it open for ever: after a second it is cut. */
export async function closeDoors(sockets: SocketServer, server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await sockets.close();
  clearTimeout(cut);
}

/** The city's address for its own processes, where HOST is a name, an address, or every address. */
export function ownUrl(host: string, port: number): string {
  const reached = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}`;
}

/** The port that the server listens on. Throws a sentence where it is taken, or the host is none of this machine. */
export function listen(server: Server, env: Pick<Env, "host" | "port">): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(notListening(error, env)));
    server.listen(env.port, env.host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : env.port);
    });
  });
}

function notListening(error: NodeJS.ErrnoException, { host, port }: Pick<Env, "host" | "port">): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`Port ${port} is in use. Stop what uses it, or start with PORT=another.`);
    case "EACCES":
      return new Error(`This user may not listen on port ${port}. Start with a PORT above 1023, behind a proxy.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new Error(
        `${host} is no address of this machine. Start with HOST=127.0.0.1, HOST=0.0.0.0 or one of its own.`,
      );
    default:
      return error;
  }
}
