import type { Socket } from "socket.io";

/** The WebSocket under a connection, as far as the gateway holds it; engine.io does not type it. A polling connection has none. */
type Wire = { isPaused: boolean; pause(): void; resume(): void; terminate(): void };
type AnySocket = Pick<Socket, "conn">;

function wireOf({ conn }: AnySocket): Wire | null {
  const wire = (conn.transport as unknown as { socket?: Partial<Wire> }).socket;
  return typeof wire?.pause === "function" && typeof wire.terminate === "function" ? (wire as Wire) : null;
}

/** Stops reading this connection until `waitMs` says 0: the sender's own buffers fill, and TCP holds it up. */
export function holdUp(socket: AnySocket, waitMs: () => number): void {
  const wire = wireOf(socket);
  if (!wire || wire.isPaused) return;
  wire.pause();
  const look = () => {
    const ms = waitMs();
    if (ms > 0) setTimeout(look, ms).unref();
    else wire.resume();
  };
  look();
}

/** Ends a connection whose other end may never answer. */
export function drop(socket: AnySocket & Pick<Socket, "disconnect">): void {
  const wire = wireOf(socket);
  socket.disconnect(true);
  setTimeout(() => wire?.terminate(), LEAVE_MS).unref();
}

/** For the last word to be read. */
const LEAVE_MS = 1000;

/** Messages that the other end has not taken. */
export function unread({ conn }: AnySocket): number {
  return (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
}

/** What engine.io and ws hold one message of a connection to; neither has a name for it that is meant for others. */
type Bounded = { maxHttpBufferSize: number; socket?: { _receiver?: { _maxPayload: number } } };

/**
 * Lets this connection's messages be so long, over whatever it speaks by. What has come of a message waits in the city's memory, so a
 * stranger's are short (`createSockets`), and only who has proved who it is may send frames.
 */
export function allowFrames(socket: AnySocket, bytes: number): void {
  const allow = () => {
    const transport = socket.conn.transport as unknown as Bounded;
    transport.maxHttpBufferSize = bytes;
    const receiver = transport.socket?._receiver;
    if (receiver) receiver._maxPayload = bytes;
  };
  allow();
  // who began by polling speaks by WebSocket from here on
  socket.conn.on("upgrade", allow);
}
