// A process of its own: a socket.io server that acknowledges and does nothing else. Prints its port.
import { createServer } from "node:http";
import { Server } from "socket.io";

const server = createServer();
const io = new Server(server, { serveClient: false });
io.of("/devices").on("connection", (socket) => {
  socket.on("readings", (frame: { readings: unknown[] }, ack: (answer: unknown) => void) =>
    ack({ accepted: frame.readings.length, duplicates: 0, refused: [] }),
  );
  socket.emit("welcome", { serverTime: Date.now(), proof: null });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` });
});
