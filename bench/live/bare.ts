// A process of its own: a bare Socket.IO server that tells one room as much as often as the city did, and does nothing else.
import { createServer } from "node:http";
import { Server } from "socket.io";
import type { ValueDelta } from "../../lib/contract/live";
import { answer } from "./ask";

const server = createServer();
const io = new Server(server, { serveClient: false });
const live = io.of("/live");
let count = 0;
let timer: NodeJS.Timeout | null = null;

live.on("connection", (socket) => {
  void socket.join("staff");
  socket.emit("snapshot", { cursor: `bare.staff.${count}`, devices: [] });
});

const verbs = {
  open: () =>
    new Promise<string>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
      });
    }),
  /** `perSecond` emits to the room, each with so many values of this moment. */
  run: ({ perSecond, values }: { perSecond: number; values: number }) => {
    const began = performance.now();
    let sent = 0;
    timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) * perSecond) / 1000);
      for (; sent < due; sent++) live.to("staff").emit("delta", deltaOf(values));
    }, 1);
  },
  pause: () => {
    if (timer) clearInterval(timer);
  },
};

function deltaOf(values: number) {
  const now = Date.now();
  const told = Array.from({ length: values }, (_, i): ValueDelta => [`bench-${i}`, "water-depth", now, i % 30]);
  return { cursor: `bare.staff.${++count}`, now, values: told };
}
export type BareVerbs = typeof verbs;
answer(verbs);
