import { io, type Socket } from "socket.io-client";
import type { LiveAuth, LiveClientEvents, LiveServerEvents } from "@/lib/contract/live";
import { forgetCity, lineEvent, presentCity, takeDelta, takeSnapshot } from "./live-store";
import { screenNow } from "./screen-clock";

const CHECK_MS = 1000;
const RETRY_MS = 3000;
/** How long the line stays open after the last page that used it: a walk from page to page keeps it. */
const LINGER_MS = 5000;

let line: { socket: Socket<LiveServerEvents, LiveClientEvents>; check: ReturnType<typeof setInterval> } | null = null;
let users = 0;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Opens the one line to the city, or joins it; the answer leaves it. */
export function joinLive(): () => void {
  users += 1;
  clearTimeout(closing);
  line ??= openLine();
  return () => {
    users -= 1;
    if (users === 0) closing = setTimeout(closeLive, LINGER_MS);
  };
}

/** Ends the line and forgets the city, as before signing out. */
export function closeLive(): void {
  if (!line) return;
  clearInterval(line.check);
  line.socket.disconnect();
  removeEventListener("online", reconnectNow);
  removeEventListener("offline", lostNow);
  document.removeEventListener("visibilitychange", reconnectNow);
  line = null;
  forgetCity();
}

function openLine() {
  const socket: Socket<LiveServerEvents, LiveClientEvents> = io("/live", {
    transports: ["websocket", "polling"],
    // asked anew at each attempt: a reconnect resumes where the screen stands
    auth: (give: (auth: LiveAuth) => void) => {
      const { cursor } = presentCity();
      give(cursor ? { cursor } : {});
    },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  socket.on("snapshot", (snapshot) => takeSnapshot(snapshot, screenNow()));
  socket.on("delta", (delta) => takeDelta(delta, screenNow()));
  // the socket's own heartbeat: a quiet city is not a lost one
  socket.io.on("ping", () => socket.connected && lineEvent("heard", screenNow()));
  socket.on("disconnect", lostNow);
  socket.on("connect_error", lostNow);
  // the city closed the line itself (a restart, a session that ended): socket.io would not try again
  const again = () => socket.active || setTimeout(reconnectNow, RETRY_MS);
  socket.on("disconnect", again);
  socket.on("connect_error", again);
  addEventListener("online", reconnectNow);
  addEventListener("offline", lostNow);
  document.addEventListener("visibilitychange", reconnectNow);
  return { socket, check: setInterval(() => lineEvent("tick", screenNow()), CHECK_MS) };
}

function lostNow(): void {
  lineEvent("lost", screenNow());
}

/** A laptop that was opened again, or a network that came back: do not wait for the next attempt. */
function reconnectNow(): void {
  if (line && !line.socket.connected && document.visibilityState === "visible") line.socket.connect();
}
