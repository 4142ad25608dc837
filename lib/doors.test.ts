import { createServer } from "node:http";
import { type AddressInfo, connect as connectTo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { createSockets, cutOff, listen, ownUrl } from "./doors";
import { attachDevices } from "./gateway/devices";
import { Hearing } from "./gateway/hearing";
import type { Frame } from "./gateway/receive";

/** Devices' door with nobody behind it: every id is believed. */
async function openDoor() {
  const server = createServer();
  const sockets = createSockets();
  sockets.attach(server);
  sockets.of("/live").on("connection", () => undefined);
  const readings = async (_: string, frame: Frame | readonly unknown[]) => {
    const accepted = ("open" in frame ? frame.open() : frame).length;
    return { accepted, duplicates: 0, refused: [] };
  };
  const receive = { readings, status: async () => {}, refused: () => {} };
  const authenticate = (auth: unknown) => ({ deviceId: (auth as { deviceId: string }).deviceId, proof: null });
  const parts = { now: () => 1, maxReadings: 100_000, arrived: () => {}, hearing: new Hearing() };
  attachDevices(sockets.of("/devices"), { authenticate, receive, ...parts });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => sockets.close());
  return { sockets, port: (server.address() as AddressInfo).port };
}

/** Somebody who has not said who they are and begins a message of so many bytes; resolves with what the city says to it. */
function beginMessage(port: number, bytes: number): Promise<number> {
  const line = connectTo(port, "127.0.0.1");
  onTestFinished(() => void line.destroy());
  const head = Buffer.alloc(14);
  head.set([0x81, 0xff]);
  head.writeBigUInt64BE(BigInt(bytes), 2);
  line.write(
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: city\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
  );
  line.once("data", () => line.write(head));
  return new Promise((resolve, reject) => {
    line.on("error", reject);
    // a frame that closes the line, with its reason (RFC 6455, 7.4.1)
    line.on("data", (data: Buffer) => {
      const at = data.indexOf(0x88);
      if (at >= 0) resolve(data.readUInt16BE(at + 2));
    });
  });
}

test("a stranger's message is refused by its length before it lies in the city's memory", async () => {
  const { port } = await openDoor();
  expect(await beginMessage(port, 3_000_000)).toBe(1009);
  const body = `4${"x".repeat(300_000)}`;
  const opened = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`);
  const { sid } = JSON.parse((await opened.text()).slice(1)) as { sid: string };
  const told = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling&sid=${sid}`, {
    method: "POST",
    body,
  });
  expect(told.status).toBe(413);
});

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]])
  test(`a device that is known sends frames of megabytes, by ${transports.join(" and then ")}`, async () => {
    const { port } = await openDoor();
    const socket = io(`http://127.0.0.1:${port}/devices`, {
      ...{ auth: { deviceId: "one" }, transports, forceNew: true, reconnection: false },
    });
    onTestFinished(() => void socket.close());
    await new Promise((resolve) => socket.once("welcome", resolve));
    await expect.poll(() => socket.io.engine.transport.name).toBe(transports.at(-1));
    const readings = Array.from({ length: 30_000 }, (_, n) => ({ stream: "water-level", at: n, value: 2 }));
    expect(JSON.stringify(readings).length).toBeGreaterThan(1_000_000);
    expect(await socket.timeout(15_000).emitWithAck("readings", { readings })).toMatchObject({ accepted: 30_000 });
  });

test("cutting off nobody cuts off nobody; a device is cut off alone", async () => {
  const { sockets, port } = await openDoor();
  const url = `http://127.0.0.1:${port}/devices`;
  const connect = async (deviceId: string): Promise<Socket> => {
    const socket = io(url, { auth: { deviceId }, transports: ["websocket"], forceNew: true, reconnection: false });
    await new Promise((resolve) => socket.once("welcome", resolve));
    return socket;
  };
  const [one, other] = [await connect("one"), await connect("other")];
  cutOff(sockets, []);
  expect(await other.emitWithAck("status", {})).toMatchObject({ ok: true });
  const ended = new Promise((resolve) => one.once("disconnect", resolve));
  cutOff(sockets, ["one"]);
  await ended;
  expect(await other.emitWithAck("status", {})).toMatchObject({ ok: true });
  other.close();
});

test("the city reaches itself wherever it listens", () => {
  expect(ownUrl("127.0.0.1", 3000)).toBe("http://127.0.0.1:3000");
  expect(ownUrl("0.0.0.0", 3000)).toBe("http://127.0.0.1:3000");
  expect(ownUrl("10.1.2.3", 3000)).toBe("http://10.1.2.3:3000");
  expect(ownUrl("::", 3000)).toBe("http://[::1]:3000");
  expect(ownUrl("::1", 3000)).toBe("http://[::1]:3000");
});

test("says in a sentence why it cannot listen", async () => {
  const taken = createServer();
  onTestFinished(() => void taken.close());
  const port = await listen(taken, { host: "127.0.0.1", port: 0 });
  const why = (host: string, at: number) =>
    listen(createServer(), { host, port: at }).then(
      () => "",
      (e: Error) => e.message,
    );
  expect(await why("127.0.0.1", port)).toMatch(/^Port \d+ is in use\. Stop what uses it/);
  // an address for examples (RFC 5737): no machine has it
  expect(await why("192.0.2.1", 0)).toMatch(/^192\.0\.2\.1 is no address of this machine/);
});
