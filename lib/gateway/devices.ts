import type { Namespace, Socket } from "socket.io";
import { Failure, isFailure } from "../base/failure";
import { Status } from "../contract/device";
import type { DeviceClientEvents, DeviceServerEvents, HandshakeRefusal, WireRefusal } from "../contract/live";
import { allowFrames, drop, holdUp, unread } from "./device-line";
import type { Hearing } from "./hearing";
import { LateFrame } from "./late-decoder";
import { type Frame, type Receive, readingsOf, refusalOf } from "./receive";

/** Proves who a device is; gives its id and, where it sent a nonce, the city's own proof. Throws a Failure `unauthorized`. */
export type AuthenticateDevice = (auth: unknown) => { deviceId: string; proof: string | null };
export type DeviceNamespace = Namespace<DeviceClientEvents, DeviceServerEvents>;
type DeviceSocket = Socket<DeviceClientEvents, DeviceServerEvents>;

type Parts = {
  authenticate: AuthenticateDevice;
  receive: Receive;
  now(): number;
  maxReadings: number;
  hearing: Hearing;
  /** A device is there to take commands. */
  arrived(deviceId: string): void;
};

/** The namespace /devices of the wire contract. */
export function attachDevices(namespace: DeviceNamespace, parts: Parts): void {
  namespace.use((socket, next) => {
    try {
      socket.data = parts.authenticate(socket.handshake.auth);
      next();
    } catch (error) {
      next(refusedHandshake(error));
    }
  });
  namespace.on("connection", (socket: DeviceSocket) => {
    const { deviceId, proof } = socket.data as { deviceId: string; proof: string | null };
    allowFrames(socket, MOST_FRAME_BYTES);
    void socket.join(deviceId);
    keepNewest(namespace, parts, deviceId);
    const line = { socket, deviceId };
    socket.on("readings", (...args: unknown[]) => answerReadings(parts, line, ...asked(args)));
    socket.on("status", (...args: unknown[]) => void answerStatus(parts, line, ...asked(args)));
    socket.onAny((event) => !KNOWN.has(event) && hush(parts, line));
    socket.emit("welcome", { serverTime: parts.now(), proof });
    parts.arrived(deviceId);
  });
}

type Line = { socket: DeviceSocket; deviceId: string };
const KNOWN = new Set(["readings", "status"]);

/** A frame of 2 MB must be answered with a code, not with a closed line. */
const MOST_FRAME_BYTES = 4_000_000;
/** Lines of one device at once: beyond them the oldest is told why and closed, so that neither a copy nor a storm of connects adds up. */
const MOST_LINES = 4;
const replaced: WireRefusal = {
  code: "too-many",
  message: `This device has opened more than ${MOST_LINES} lines to the city, so the oldest is closed. Keep one.`,
};

function keepNewest(namespace: DeviceNamespace, { receive }: Parts, deviceId: string): void {
  const lines = namespace.adapter.rooms.get(deviceId) ?? new Set();
  const [oldest] = lines;
  const socket = lines.size > MOST_LINES && oldest ? namespace.sockets.get(oldest) : undefined;
  if (!socket) return;
  receive.refused(deviceId, replaced.code);
  socket.emit("refused", replaced);
  drop(socket);
}

/** Who sends more than it may is not read for a moment, and who does not read its answers is let go. */
function hush({ hearing }: Parts, { socket, deviceId }: Line): void {
  hearing.refused(deviceId, "frame", performance.now());
  holdUp(socket, () => hearing.waitMs(deviceId, performance.now()));
  if (unread(socket) > MOST_UNREAD) drop(socket);
}

const MOST_UNREAD = 10_000;

function refusedHandshake(error: unknown): Error & { data?: HandshakeRefusal } {
  const code = isFailure(error) ? error.code : "internal";
  const message = isFailure(error) ? error.message : "The city could not check this device. Try again.";
  return Object.assign(new Error(code), { data: { code, message, ...timeOf(error) } });
}

/** What a device with a wrong clock is told of the time. */
function timeOf(error: unknown): Pick<HandshakeRefusal, "serverTime" | "proof"> {
  return isFailure(error) ? ((error.detail ?? {}) as Pick<HandshakeRefusal, "serverTime" | "proof">) : {};
}

type Ack = (answer: never) => void;

function answerReadings(parts: Parts, line: Line, given: unknown, ack: unknown): void {
  parts.receive.readings(line.deviceId, frameOf(given, parts.maxReadings)).then(
    (answer) => reply(ack, answer),
    (error: unknown) => {
      const refusal = refusalOf(error);
      refused(parts, line, refusal.code);
      reply(ack, refusal);
    },
  );
}

function frameOf(given: unknown, most: number): Frame {
  if (!(given instanceof LateFrame)) return { bytes: 0, open: () => readingsOf(() => given, most) };
  return { bytes: given.bytes, open: () => readingsOf(() => given.json(), most) };
}

async function answerStatus(parts: Parts, line: Line, status: unknown, ack: unknown): Promise<void> {
  if (!parts.hearing.takesStatus(line.deviceId, performance.now())) {
    refused(parts, line, "busy");
    return reply(ack, refusalOf(tooManyStatuses));
  }
  const parsed = Status.safeParse(status ?? {});
  if (!parsed.success)
    return reply(ack, {
      code: "malformed",
      message: "A status is { at?, battery?, rssi?, firmware?, waiting?, camera? }.",
    });
  const done = () => ({ ok: true, serverTime: parts.now() }) as const;
  const answer = await parts.receive.status(line.deviceId, parsed.data).then(done, refusalOf);
  if ("code" in answer) refused(parts, line, answer.code);
  reply(ack, answer);
}

const tooManyStatuses = new Failure("busy", "Send a status when something has changed, and else once a keep-alive.");

function refused(parts: Parts, line: Line, code: string): void {
  parts.receive.refused(line.deviceId, code);
  if (code === "busy") hush(parts, line);
}

/** What came with an event, and whom to answer: the last of the arguments, however many there are. */
function asked(args: readonly unknown[]): [given: unknown, ack: unknown] {
  const ack = args.at(-1);
  return typeof ack === "function" ? [args.length > 1 ? args[0] : undefined, ack] : [args[0], undefined];
}

/** A device may send without asking for an answer, or rubbish where the function should be. */
function reply(ack: unknown, answer: unknown): void {
  if (typeof ack === "function") (ack as Ack)(answer as never);
}
