import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { onTestFinished } from "vitest";
import { HOUR, wallClock } from "../base/clock";
import type { WireReading } from "../contract/reading";
import { attachDevices } from "../gateway/devices";
import { Hearing } from "../gateway/hearing";
import type { Frame } from "../gateway/receive";
import { authenticateDevice } from "../guard/authenticate-device";
import { sealKey } from "../guard/device-key";
import { NonceBook } from "../guard/nonce-book";

type TestDoor = {
  keys(deviceId: string): string | undefined;
  cityNow?: () => number;
  /** Changes what a refusal says of the time on its way. */
  tamper?: (time: object) => object;
};

/** The city's own door for devices, and nothing behind it but a list. */
export async function testDoor({ keys, cityNow = Date.now, tamper = (time) => time }: TestDoor) {
  const http = createServer();
  const io = new Server(http);
  const taken: { from: string; reading: WireReading }[] = [];
  /** Every handshake, and the devices that came in. */
  const [tries, entered]: [{ ts?: string }[], string[]] = [[], []];
  const master = randomBytes(32);
  const nonces = new NonceBook(wallClock, wallClock.steady() - HOUR);
  const keyCipher = (id: string) => {
    const key = keys(id);
    return key && sealKey(master, id, key);
  };
  const authenticate = (auth: unknown) => {
    tries.push(auth as { ts?: string });
    try {
      const known = authenticateDevice(auth, { master, nonces, keyCipher, wallNow: Date.now });
      entered.push(known.deviceId);
      return known;
    } catch (error) {
      const { detail } = error as { detail?: object };
      throw Object.assign(error as Error, { detail: detail && tamper(detail) });
    }
  };
  const receive = {
    readings: async (from: string, given: Frame | readonly unknown[]) => {
      const readings = "open" in given ? given.open() : given;
      taken.push(...readings.map((reading) => ({ from, reading: reading as WireReading })));
      return { accepted: readings.length, duplicates: 0, refused: [] };
    },
    status: async () => {},
    refused: () => {},
  };
  const gateway = { authenticate, now: cityNow, maxReadings: 10_000, arrived: () => undefined, hearing: new Hearing() };
  const devices = io.of("/devices");
  attachDevices(devices, { ...gateway, receive });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, taken, tries, entered, devices };
}
