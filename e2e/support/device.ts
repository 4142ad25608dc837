import { createHmac } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { DeviceClientEvents, DeviceServerEvents, WireRefusal } from "../../lib/contract/live";
import type { ReadingsAnswer } from "../../lib/contract/reading";

type Line = Socket<DeviceServerEvents, DeviceClientEvents>;
export type TestDevice = {
  welcome: { serverTime: number; proof: string | null };
  line: Line;
  /** Readings as given, rubbish too. */
  send(readings: unknown[]): Promise<ReadingsAnswer>;
  close(): void;
};

/** Connects as a device does. Rejects with the refusal of the handshake: `{ code, message }`. */
export function connectDevice(url: string, auth: Record<string, unknown>): Promise<TestDevice> {
  const line: Line = io(`${url}/devices`, { auth, transports: ["websocket"], forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    line.once("connect_error", (error) => {
      line.close();
      reject(Object.assign(error, (error as Error & { data?: WireRefusal }).data));
    });
    line.once("welcome", (welcome) =>
      resolve({
        welcome,
        line,
        send: (readings) => line.timeout(15_000).emitWithAck("readings", { readings: readings as never }) as never,
        close: () => line.close(),
      }),
    );
  });
}

/** The handshake that does not send the key. */
export function macAuth(deviceId: string, key: string, nonce: string, ts: number = Date.now()) {
  return { deviceId, ts, nonce, mac: createHmac("sha256", key).update(`${deviceId}\n${ts}\n${nonce}`).digest("hex") };
}

export function serverProof(key: string, nonce: string): string {
  return createHmac("sha256", key).update(`server\n${nonce}`).digest("hex");
}
