import { connect, type Socket } from "node:net";
import type { WireRefusal } from "../lib/contract/live";
import type { ReadingsAnswer } from "../lib/contract/reading";
import { textFrame } from "./frame";

export type Answer = ReadingsAnswer | WireRefusal;
type Listener = (id: number, answer: Answer) => void;

/** A device's line at the price of its bytes: what socket.io-client would send and hear, on a bare TCP socket, so that the city and not the load is measured. */
export class WireLine {
  /** Hears each acknowledgement, by the number of its frame. */
  heard: Listener = () => undefined;
  /** Hears that the line has ended. */
  ended: () => void = () => undefined;
  readonly socket: Socket;
  private rest: Buffer = Buffer.alloc(0);
  private ready: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("close", () => this.ended());
    socket.on("error", () => undefined);
  }

  /** Resolves when the city has said `welcome`; rejects with its refusal, or where it closes the line. */
  static async open(url: string, auth: { deviceId: string; key: string }): Promise<WireLine> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const line = new WireLine(socket);
    socket.write(upgrade(hostname));
    await new Promise<void>((resolve, reject) => {
      line.ready = resolve;
      line.ended = () => reject(new Error(`The city closed the line of ${auth.deviceId}.`));
      socket.once("error", reject);
      socket.once("data", (head) => {
        line.take(head.subarray(head.indexOf("\r\n\r\n") + 4));
        socket.on("data", (chunk) => line.take(chunk));
        socket.write(textFrame(`40/devices,${JSON.stringify(auth)}`));
      });
    });
    line.ended = () => undefined;
    return line;
  }

  private take(chunk: Buffer): void {
    const data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const frame = frameAt(data, at);
      if (!frame) break;
      this.hear(data, frame.start, frame.end);
      at = frame.end;
    }
    this.rest = at < data.length ? Buffer.from(data.subarray(at)) : Buffer.alloc(0);
  }

  private hear(data: Buffer, start: number, end: number): void {
    const text = data.toString("latin1", start, end);
    if (text === "2") this.socket.write(textFrame("3"));
    else if (text.startsWith("43/devices,")) {
      const bracket = text.indexOf("[", ACK);
      this.heard(Number(text.slice(ACK, bracket)), JSON.parse(text.slice(bracket))[0] as Answer);
    } else if (text.startsWith('42/devices,["welcome"')) this.ready?.();
    else if (text.startsWith("44/devices,")) this.socket.destroy();
  }

  close(): void {
    this.socket.destroy();
  }
}

const ACK = "43/devices,".length;

function upgrade(host: string): string {
  return `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: aGFlY2hpLWJlbmNoLTEyMw==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
}

/** Where the payload of the server's frame at `at` lies; null while it has not all arrived. */
function frameAt(data: Buffer, at: number): { start: number; end: number } | null {
  if (data.length < at + 2) return null;
  const short = (data[at + 1] ?? 0) & 127;
  const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
  if (data.length < start) return null;
  const length =
    short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short;
  return data.length < start + length ? null : { start, end: start + length };
}
