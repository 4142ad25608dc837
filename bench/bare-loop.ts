// A process of its own: what is left of a city without its work. Socket in, JSON, one insert a reading, acknowledge, emit;
// durable (WAL, synchronous FULL) and committed by groups as the city commits: what has arrived is one transaction.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Server } from "socket.io";
import type { ValueDelta } from "../lib/contract/live";

type Frame = { readings: { stream: string; at: number; value: number }[] };
type Waiting = { deviceId: string; frame: Frame; ack(answer: unknown): void };

const folder = mkdtempSync(join(tmpdir(), "haechi-bench-bare-"));
const db = new Database(join(folder, "bare.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE reading (at INTEGER, stream INTEGER, value REAL, PRIMARY KEY (at, stream)) WITHOUT ROWID");
const insert = db.prepare("INSERT INTO reading VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
const streams = new Map<string, number>();

const store = db.transaction((group: Waiting[]) => {
  for (const { deviceId, frame } of group)
    for (const { stream, at, value } of frame.readings) insert.run(at, numberOf(`${deviceId} ${stream}`), value);
});

function numberOf(stream: string): number {
  const known = streams.get(stream) ?? streams.size + 1;
  streams.set(stream, known);
  return known;
}

const server = createServer();
const io = new Server(server, { serveClient: false });
let waiting: Waiting[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  store(group);
  const values: ValueDelta[] = [];
  for (const { deviceId, frame, ack } of group) {
    ack({ accepted: frame.readings.length, duplicates: 0, refused: [] });
    const last = frame.readings.at(-1);
    if (last) values.push([deviceId, last.stream, last.at, last.value]);
  }
  io.of("/live").emit("delta", { values });
}

io.of("/live").on("connection", (socket) => socket.emit("snapshot", {}));
io.of("/devices").on("connection", (socket) => {
  const { deviceId } = socket.handshake.auth as { deviceId: string };
  socket.on("readings", (frame: Frame, ack: (answer: unknown) => void) => {
    if (waiting.push({ deviceId, frame, ack }) === 1) setImmediate(commit);
  });
  socket.emit("welcome", { serverTime: Date.now(), proof: null });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` });
});
process.once("SIGTERM", () => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
