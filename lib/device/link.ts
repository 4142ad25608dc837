import { io, type Socket } from "socket.io-client";
import { backoffMs } from "../base/backoff";
import type { Clock } from "../base/clock";
import type { DeviceClientEvents, DeviceServerEvents, HandshakeRefusal } from "../contract/live";
import type { Handshake } from "./handshake";

export type CitySocket = Socket<DeviceServerEvents, DeviceClientEvents>;
/** Why the city was not entered: a refusal in the handshake, an unproved city, or nobody there. */
export type LinkProblem = { code: string; message: string };

export type LinkOptions = {
  url: string;
  /** One try to come in at `now`, UTC ms by the wall's clock. */
  handshake(now: number): Handshake;
  /** The device's own, for handshakes: it may be wrong. */
  clock: Clock;
  random: () => number;
  onReady(socket: CitySocket, serverTime: number): void;
  onLost(problem: LinkProblem): void;
};
export type Link = { socket: CitySocket; ready(): boolean; close(): void };

const UNPROVED: LinkProblem = {
  code: "unproved-city",
  message: "The city could not prove that it knows this device's key: nothing was sent to it.",
};
/** A city that lets a device in says so at once: one that does not is not there, whatever its socket says, ms. */
const WELCOME_WITHIN_MS = 15_000;
/** A clock that is off by less is not why a device was refused, ms. */
const SAME_TIME_MS = 1000;

/** Keeps one connection to `/devices`, and says when the city has let the device in and proved itself. */
export function openLink(options: LinkOptions): Link {
  const { clock, random } = options;
  // what the city has said of the wall's clock in a refusal; its `welcome` has the city's own, which an exercise sets back
  let wallOffset = 0;
  let current = options.handshake(clock.now());
  let [isReady, closed, attempt] = [false, false, 0];
  let [retry, welcome]: (NodeJS.Timeout | undefined)[] = [];
  const socket: CitySocket = io(`${options.url}/devices`, {
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 30_000,
    auth: (send) => {
      current = options.handshake(clock.now() + wallOffset);
      send(current.auth);
    },
  });
  const lost = (problem: LinkProblem, againMs?: number) => {
    isReady = false;
    clearTimeout(welcome);
    if (closed) return;
    options.onLost(problem);
    // socket.io comes back by itself from a broken wire, not from a refusal
    if (socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), againMs ?? backoffMs(attempt++, random, 1000));
  };
  /** True where the refusal says, provably, that this device's clock is off: the next try is made by the city's. */
  const learnsTime = ({ serverTime, proof }: HandshakeRefusal): boolean => {
    if (typeof serverTime !== "number" || typeof proof !== "string" || !current.provesTime(serverTime, proof))
      return false;
    const before = wallOffset;
    wallOffset = serverTime - clock.now();
    return Math.abs(wallOffset - before) > SAME_TIME_MS;
  };
  const leave = (problem: LinkProblem) => {
    socket.disconnect();
    lost(problem);
  };

  socket.on("connect", () => {
    clearTimeout(welcome);
    const message = "The city took the line and then said nothing.";
    welcome = setTimeout(() => leave({ code: "no-welcome", message }), WELCOME_WITHIN_MS);
  });
  socket.on("welcome", ({ serverTime, proof }) => {
    if (!current.proves(proof)) return leave(UNPROVED);
    clearTimeout(welcome);
    [isReady, attempt] = [true, 0];
    options.onReady(socket, serverTime);
  });
  socket.on("connect_error", (error: Error & { data?: HandshakeRefusal }) => {
    const { code = "unreachable", message = error.message } = error.data ?? {};
    lost({ code, message }, error.data && learnsTime(error.data) ? 0 : undefined);
  });
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
      clearTimeout(welcome);
      socket.disconnect();
    },
  };
}
