import { connect, type Socket } from "node:net";
import { textFrame } from "../frame";

/** One message of the city to a screen: its event, and where its JSON begins in `data`. */
export type Heard = { event: "snapshot" | "delta"; cursor: string; data: Buffer };
type Hear = (screen: Screen, heard: Heard) => void;

/**
 * A screen's line at the price of its bytes: real WebSocket, Engine.IO and Socket.IO on a bare TCP socket. It answers pings, comes
 * back by itself with its cursor when the city closes it, and keeps nothing but that cursor.
 */
export class Screen {
  cursor = "";
  /** Times that the city closed the line. */
  closed = 0;
  socket: Socket;
  private rest: Buffer[] = [];
  private kept = 0;
  private wanted = 0;
  private left = false;
  private readonly url: URL;
  private readonly cookie: string;
  private readonly hear: Hear;

  constructor(url: string, cookie: string, hear: Hear) {
    this.url = new URL(url);
    this.cookie = cookie;
    this.hear = hear;
    this.socket = this.open();
  }

  /** Drops the line and comes back with `cursor`. */
  comeBack(cursor = this.cursor): void {
    this.cursor = cursor;
    this.socket.destroy();
  }

  leave(): void {
    this.left = true;
    this.socket.destroy();
  }

  private open(): Socket {
    const { hostname, port } = this.url;
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.rest = [];
    this.kept = 0;
    this.wanted = 0;
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${this.url.host}\r\nCookie: ${this.cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: aGFlY2hpLWJlbmNoLTEyMw==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
    socket.on("error", () => undefined);
    socket.once("close", () => {
      this.closed++;
      if (!this.left) this.socket = this.open();
    });
    socket.once("data", (head) => {
      this.take(head.subarray(head.indexOf("\r\n\r\n") + 4));
      socket.on("data", (chunk) => this.take(chunk));
      socket.write(textFrame(`40/live,${JSON.stringify(this.cursor ? { cursor: this.cursor } : {})}`));
    });
    return socket;
  }

  /** Joins chunks only when a whole frame is there: a snapshot comes in many. */
  private take(chunk: Buffer): void {
    this.rest.push(chunk);
    this.kept += chunk.length;
    if (this.kept < this.wanted) return;
    const data = this.rest.length === 1 ? chunk : Buffer.concat(this.rest);
    let at = 0;
    for (;;) {
      const frame = frameAt(data, at);
      this.wanted = frame.end - at;
      if (frame.end > data.length) break;
      if (data[at] === CLOSE) this.socket.destroy();
      this.read(data.subarray(frame.start, frame.end));
      at = frame.end;
    }
    this.rest = at < data.length ? [data.subarray(at)] : [];
    this.kept = data.length - at;
  }

  private read(data: Buffer): void {
    if (data[0] === PING) this.socket.write(textFrame("3"));
    else if (data.length > DELTA.length && data.subarray(0, DELTA.length).equals(DELTA)) this.told("delta", data);
    else if (data.subarray(0, SNAPSHOT.length).equals(SNAPSHOT)) this.told("snapshot", data);
  }

  private told(event: Heard["event"], data: Buffer): void {
    const begin = data.indexOf(CURSOR) + CURSOR.length;
    this.cursor = data.toString("latin1", begin, data.indexOf('"', begin));
    this.hear(this, { event, cursor: this.cursor, data });
  }
}

/** First byte of the frame by which the city ends a line. */
const CLOSE = 0x88;
const PING = "2".charCodeAt(0);
const DELTA = Buffer.from('42/live,["delta",');
const SNAPSHOT = Buffer.from('42/live,["snapshot",');
const CURSOR = Buffer.from('"cursor":"');

/** The event's content. */
export function contentOf({ event, data }: Heard): unknown {
  return JSON.parse(data.toString("utf8", (event === "delta" ? DELTA : SNAPSHOT).length, data.length - 1));
}

/** Where the payload of the server's frame at `at` lies; where its header has not all arrived, an end that has not either. */
function frameAt(data: Buffer, at: number): { start: number; end: number } {
  const left = data.length - at;
  if (left < 2) return { start: at, end: at + 2 };
  const short = (data[at + 1] ?? 0) & 127;
  const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
  if (data.length < start) return { start, end: start };
  const length =
    short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short;
  return { start, end: start + length };
}
