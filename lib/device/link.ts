import { io, type Socket } from "socket.io-client";
import type { DeviceClientEvents, DeviceServerEvents } from "../contract/live";
import { backoffMs } from "./backoff";
import type { Handshake } from "./handshake";

export type CitySocket = Socket<DeviceServerEvents, DeviceClientEvents>;
/** Why the city was not entered: a refusal in the handshake, an unproved city, or nobody there. */
export type LinkProblem = { code: string; message: string };

export type LinkOptions = {
  url: string;
  handshake(): Handshake;
  random: () => number;
  onReady(socket: CitySocket, serverTime: number): void;
  onLost(problem: LinkProblem): void;
};
export type Link = { socket: CitySocket; ready(): boolean; close(): void };

const UNPROVED: LinkProblem = {
  code: "unproved-city",
  message: "The city could not prove that it knows this device's key: nothing was sent to it.",
};

/** Keeps one connection to `/devices`, and says when the city has let the device in and proved itself. */
export function openLink(options: LinkOptions): Link {
  let current = options.handshake();
  let [isReady, closed, attempt] = [false, false, 0];
  let retry: NodeJS.Timeout | undefined;
  const socket: CitySocket = io(`${options.url}/devices`, {
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 30_000,
    auth: (send) => {
      current = options.handshake();
      send(current.auth);
    },
  });
  const lost = (problem: LinkProblem) => {
    isReady = false;
    options.onLost(problem);
    // socket.io comes back by itself from a broken wire, not from a refusal
    if (closed || socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), backoffMs(attempt++, options.random, 1000));
  };
  socket.on("welcome", ({ serverTime, proof }) => {
    if (!current.proves(proof)) {
      socket.disconnect();
      return lost(UNPROVED);
    }
    [isReady, attempt] = [true, 0];
    options.onReady(socket, serverTime);
  });
  socket.on("connect_error", (error) => lost(problemOf(error)));
  socket.on(
    "disconnect",
    (reason) => reason !== "io client disconnect" && lost({ code: "disconnected", message: reason }),
  );
  return {
    socket,
    ready: () => isReady,
    close: () => {
      closed = true;
      clearTimeout(retry);
      socket.disconnect();
    },
  };
}

function problemOf(error: Error & { data?: unknown }): LinkProblem {
  const data = error.data as { code?: string; message?: string } | undefined;
  return { code: data?.code ?? "unreachable", message: data?.message ?? error.message };
}
