import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { MINUTE } from "./base/clock";
import type { WireRefusal } from "./contract/live";
import type { ReadingsAnswer } from "./contract/reading";
import { createSockets } from "./doors";
import { attachDevices } from "./gateway/devices";
import { Hearing } from "./gateway/hearing";
import { httpReadings } from "./gateway/http-readings";
import { holdPolls } from "./gateway/polling";
import { T0, testRiver } from "./test-river";

type Answer = ReadingsAnswer | WireRefusal;

/** A river behind real doors, whose disk waits until `go`. */
async function slowCity() {
  const { store, open } = await testRiver();
  const { flow } = await open();
  const batch = store.batch;
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  store.batch = async (...given) => {
    await gate;
    return batch(...given);
  };
  const authenticate = (auth: unknown) => ({ deviceId: (auth as { deviceId: string }).deviceId, proof: null });
  const parts = { authenticate, receive: flow, now: () => T0, maxReadings: 10_000, arrived: () => {} };
  const gateway = { ...parts, hearing: new Hearing() };
  const server = createServer(httpReadings(gateway));
  const sockets = createSockets();
  sockets.attach(server);
  attachDevices(sockets.of("/devices"), gateway);
  holdPolls(sockets, gateway.hearing);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => sockets.close());
  return { flow, store, go, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function connect(url: string, deviceId: string, transports = ["websocket"]): Promise<Socket> {
  const socket = io(`${url}/devices`, { auth: { deviceId }, transports, forceNew: true, reconnection: false });
  onTestFinished(() => void socket.close());
  await new Promise((resolve) => socket.once("welcome", resolve));
  return socket;
}

const level = (n: number) => ({ stream: "water-level", at: T0 + n, value: 2 });
const rain = { stream: "rainfall", at: T0 + MINUTE, value: 1 };
const FLOOD = 600;

for (const transport of ["websocket", "polling"])
  test(`a flood over ${transport} is told busy, another device's reading goes through before it, and what was accepted is stored`, async () => {
    const { flow, store, go, url } = await slowCity();
    const [flooder, other] = [await connect(url, "jamsu", [transport]), await connect(url, "gauge")];
    const order: string[] = [];
    const answers = Array.from({ length: FLOOD }, async (_, n): Promise<Answer> => {
      const answer = (await flooder.emitWithAck("readings", { readings: [level(n)] })) as Answer;
      order.push("code" in answer ? answer.code : "stored");
      return answer;
    });
    await expect.poll(() => flow.counts.busy).toBeGreaterThan(0);
    const otherAnswer = other.emitWithAck("readings", { readings: [rain] }).then((answer: Answer) => {
      order.push("other");
      return answer;
    });
    await expect.poll(() => flow.queue.depth).toBeGreaterThan(0);
    go();
    expect(await otherAnswer).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    const told = await Promise.all(answers);
    const busy = told.filter((a) => "code" in a);
    expect(new Set(busy.map((a) => "code" in a && a.code))).toEqual(new Set(["busy"]));
    expect(busy.every((a) => "retryMs" in a && (a.retryMs ?? 0) > 0)).toBe(true);
    expect(flow.counts.mostRefused(1)).toEqual([{ deviceId: "jamsu", count: busy.length }]);
    const stored = FLOOD - busy.length;
    expect(await store.reader.reading.count()).toBe(stored + 1);
    expect(order.indexOf("other")).toBeLessThan(order.lastIndexOf("stored"));
  });

test("over HTTP a device with too many requests open is told busy with 503, and another is taken", async () => {
  const { flow, go, url } = await slowCity();
  const post = (deviceId: string, reading: object) =>
    fetch(`${url}/api/v1/readings`, {
      method: "POST",
      headers: { authorization: `Bearer ${deviceId}.key` },
      body: JSON.stringify({ readings: [reading] }),
    });
  const flood = Array.from({ length: 12 }, (_, n) => post("jamsu", level(n)));
  await expect.poll(() => flow.counts.busy).toBe(4);
  const other = post("gauge", rain);
  go();
  expect((await other).status).toBe(200);
  const refused = (await Promise.all(flood)).filter((r) => r.status === 503);
  expect(refused).toHaveLength(4);
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  expect(await refused[0]?.json()).toMatchObject({ code: "busy" });
});

test("a device that opens a line too many is told on its oldest, which is closed; the newest work", async () => {
  const { go, url } = await slowCity();
  go();
  const oldest = await connect(url, "jamsu");
  const told = new Promise<WireRefusal>((resolve) => oldest.once("refused", resolve));
  const closed = new Promise((resolve) => oldest.once("disconnect", resolve));
  const newer: Socket[] = [];
  for (let i = 0; i < 4; i++) newer.push(await connect(url, "jamsu"));
  expect(await told).toMatchObject({ code: "too-many" });
  await closed;
  for (const [i, line] of newer.entries())
    expect(await line.emitWithAck("readings", { readings: [level(i)] })).toMatchObject({ accepted: 1 });
});

test("a frame of 1,000 readings is stored in parts and answered once, in its order of time", async () => {
  const { flow, store, go, url } = await slowCity();
  go();
  const line = await connect(url, "jamsu");
  const readings = Array.from({ length: 1000 }, (_, n) => level(n));
  expect(await line.emitWithAck("readings", { readings })).toEqual({ accepted: 1000, duplicates: 0, refused: [] });
  expect(await line.emitWithAck("readings", { readings })).toEqual({ accepted: 0, duplicates: 1000, refused: [] });
  expect(await store.reader.reading.count()).toBe(1000);
  expect(flow.queue.depth).toBe(0);
});
