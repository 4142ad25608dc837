import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterEach, expect, test } from "vitest";
import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { createCommandDesk } from "./commands";
import { createFieldDevice, type FieldDevice, type FieldDeviceOptions } from "./field-device";
import { hmacHandshake } from "./handshake";
import { memoryQueue } from "./queue";

const KEY = "a key";
type Frame = { readings: WireReading[] };
type Ack = (answer: ReadingsAnswer | { code: string; message: string; retryMs?: number }) => void;

let toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.reverse()) await close();
  toClose = [];
});

/** A tiny city: `proof` is what it knows of the key, `answer` how it takes frames. */
async function tinyCity(city: {
  proofKey?: string;
  refuse?: boolean;
  answer?: (frame: Frame, nth: number, ack: Ack) => void;
  onStatus?: (s: unknown) => void;
}) {
  const http = createServer();
  const io = new Server(http);
  const frames: Frame[] = [];
  io.of("/devices").use((socket, next) => {
    const { deviceId, nonce, mac, ts } = socket.handshake.auth;
    if (city.refuse)
      return next(Object.assign(new Error("no"), { data: { code: "unauthorized", message: "wrong key" } }));
    const expected = hmacHandshake(deviceId, KEY, Number(ts), nonce).auth;
    next("mac" in expected && expected.mac === mac ? undefined : new Error("mac"));
  });
  io.of("/devices").on("connection", (socket) => {
    const { nonce } = socket.handshake.auth;
    const proof = proofOf(city.proofKey ?? KEY, nonce);
    socket.emit("welcome", { serverTime: Date.now(), proof });
    socket.on("readings", (frame: Frame, ack: Ack) => {
      frames.push(frame);
      if (city.answer) city.answer(frame, frames.length, ack);
      else ack({ accepted: frame.readings.length, duplicates: 0, refused: [] });
    });
    socket.on("status", (status: unknown, ack: (a: unknown) => void) => {
      city.onStatus?.(status);
      ack({ ok: true, serverTime: Date.now() });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  toClose.push(() => io.close());
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, frames, io };
}

const proofOf = (key: string, nonce: string) => createHmac("sha256", key).update(`server\n${nonce}`).digest("hex");

function device(options: Partial<FieldDeviceOptions> & { url: string }): FieldDevice {
  const made = createFieldDevice({ deviceId: "d1", key: KEY, random: () => 0, ...options });
  toClose.push(() => made.close(0));
  return made;
}
const readings = (count: number, deviceId?: string): WireReading[] =>
  Array.from({ length: count }, (_, i) => ({
    stream: "water-level",
    at: 1_000 + i,
    value: i,
    ...(deviceId && { deviceId }),
  }));

/** A promise and the call that keeps it. */
function signal() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

test("sends what is queued in order, in frames that grow while they are answered, children by name", async () => {
  const city = await tinyCity({});
  const d = device({ url: city.url, mostInFrame: 250 });
  d.send(readings(600));
  d.send(readings(100, "child"));
  await d.flushed();
  expect(city.frames.map((f) => f.readings.length)).toEqual([100, 200, 250, 150]);
  expect(city.frames.flatMap((f) => f.readings)).toEqual([...readings(600), ...readings(100, "child")]);
});

test("while the city asks for time nothing is sent, whatever is measured meanwhile", async () => {
  const [asked, told] = [signal(), signal()];
  const city = await tinyCity({
    answer: (_, __, ack) => {
      ack({ code: "busy", message: "later", retryMs: 600_000 });
      asked.resolve();
    },
    onStatus: told.resolve,
  });
  const d = device({ url: city.url });
  d.send(readings(1));
  await asked.promise;
  for (let i = 0; i < 20; i++) d.send(readings(1));
  // what is said later arrives later: had a frame gone out, it would be there
  d.status({ battery: 80 });
  await told.promise;
  expect(city.frames).toHaveLength(1);
});

test("a frame that is not answered in time goes again in half", async () => {
  const city = await tinyCity({
    answer: (frame, _, ack) =>
      frame.readings.length <= 50 && ack({ accepted: frame.readings.length, duplicates: 0, refused: [] }),
  });
  const d = device({ url: city.url, ackTimeoutMs: 50, mostInFrame: 100 });
  d.send(readings(100));
  await d.flushed();
  expect(city.frames.map((f) => f.readings.length).slice(0, 2)).toEqual([100, 50]);
});

test("a city that cannot prove that it knows the key gets nothing", async () => {
  const city = await tinyCity({ proofKey: "another" });
  const problem = await new Promise<string>((resolve) => {
    device({ url: city.url, onProblem: (p) => resolve(p.code) }).send(readings(1));
  });
  expect(problem).toBe("unproved-city");
  expect(city.frames).toEqual([]);
});

test("a refusal in the handshake is told with its code", async () => {
  const city = await tinyCity({ refuse: true });
  const code = await new Promise<string>((resolve) => device({ url: city.url, onProblem: (p) => resolve(p.code) }));
  expect(code).toBe("unauthorized");
});

test("without an acknowledgement, and when the city is busy, the same frame goes again", async () => {
  const city = await tinyCity({
    answer: (frame, nth, ack) => {
      if (nth === 2) ack({ code: "busy", message: "later", retryMs: 1 });
      if (nth >= 3) ack({ accepted: frame.readings.length, duplicates: 0, refused: [] });
    },
  });
  const d = device({ url: city.url, ackTimeoutMs: 50 });
  d.send(readings(3));
  await d.flushed();
  expect(city.frames.map((f) => f.readings.length)).toEqual([3, 3, 3]);
});

test("a frame called malformed is halved until the one bad reading is left behind", async () => {
  const answers: ReadingsAnswer[] = [];
  const city = await tinyCity({
    answer: (frame, _, ack) =>
      frame.readings.some((r) => r.value === 2)
        ? ack({ code: "bad-request", message: "no" })
        : ack({ accepted: frame.readings.length, duplicates: 0, refused: [] }),
  });
  const d = device({ url: city.url, onAnswer: (_, answer) => answers.push(answer) });
  d.send(readings(5));
  await d.flushed();
  expect(answers.reduce((sum, a) => sum + a.accepted, 0)).toBe(4);
  expect(answers.flatMap((a) => a.refused).map((r) => r.code)).toEqual(["malformed"]);
});

test("says its newest status again as a keep-alive, and answers commands", async () => {
  let told = 0;
  const twice = signal();
  const city = await tinyCity({ onStatus: () => ++told === 2 && twice.resolve() });
  const d = device({ url: city.url, keepAliveMs: 20, onCommand: (c) => ({ did: c.kind }) });
  d.status({ battery: 80 });
  await twice.promise;
  const answer = await city.io.of("/devices").timeout(5000).emitWithAck("command", { id: "1", kind: "show" });
  expect(answer).toEqual([{ did: "show" }]);
});

test("says how much it has not told yet, and when that is over", async () => {
  const [said, over] = [[] as unknown[], signal()];
  const city = await tinyCity({
    onStatus: (status) => {
      said.push(status);
      if (said.length === 2) over.resolve();
    },
  });
  const d = device({ url: city.url, keepAliveMs: 600_000 });
  d.send(readings(150));
  await over.promise;
  expect(said).toEqual([{ waiting: 150 }, { waiting: 0 }]);
});

test("carries out a command once, says when it cannot, and goes on", async () => {
  const done: string[] = [];
  const ask = createCommandDesk(({ id, kind }) => {
    done.push(id);
    if (kind === "explode") throw new Error("no");
  });
  expect(await ask({ id: "1", kind: "show" })).toEqual({ ok: true });
  expect(await ask({ id: "1", kind: "show" })).toEqual({ ok: true });
  expect(await ask({ id: "2", kind: "explode" })).toEqual({ code: "internal", message: "no" });
  expect(done).toEqual(["1", "2"]);
  expect(await createCommandDesk()({ id: "1", kind: "show" })).toMatchObject({ code: "unsupported" });
});

test("a lost line is found again and nothing queued is lost", async () => {
  const city = await tinyCity({});
  const back = signal();
  let times = 0;
  const d = device({
    url: city.url,
    onReady: () => ++times === 2 && back.resolve(),
    onProblem: () => d.send(readings(2)),
  });
  d.send(readings(1));
  await d.flushed();
  city.io.of("/devices").disconnectSockets();
  await back.promise;
  await d.flushed();
  expect(city.frames.map((f) => f.readings.length)).toEqual([1, 2]);
});

test("a memory queue lets the oldest go beyond its limit", () => {
  const queue = memoryQueue(3);
  queue.add(readings(5));
  const { readings: kept, end } = queue.oldest(10);
  expect(kept.map((r) => r.value)).toEqual([2, 3, 4]);
  queue.add(readings(1));
  queue.drop(end);
  expect(queue.size()).toBe(1);
});
