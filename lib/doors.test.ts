import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { createSockets, cutOff, ownUrl } from "./doors";
import { attachDevices } from "./gateway/devices";
import { Hearing } from "./gateway/hearing";

test("cutting off nobody cuts off nobody; a device is cut off alone", async () => {
  const server = createServer();
  const sockets = createSockets();
  sockets.attach(server);
  const answer = { accepted: 0, duplicates: 0, refused: [] };
  const receive = { readings: async () => answer, status: async () => {}, refused: () => {} };
  const authenticate = (auth: unknown) => ({ deviceId: (auth as { deviceId: string }).deviceId, proof: null });
  const parts = { now: () => 1, maxReadings: 10, arrived: () => {}, hearing: new Hearing() };
  attachDevices(sockets.of("/devices"), { authenticate, receive, ...parts });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => sockets.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/devices`;
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
