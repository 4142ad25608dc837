import type { Namespace, Socket } from "socket.io";
import { isFailure } from "../base/failure";
import { Status } from "../contract/device";
import type { DeviceClientEvents, DeviceServerEvents, HandshakeRefusal } from "../contract/live";
import { type Receive, readingsOf, refusalOf } from "./receive";

/** Proves who a device is; gives its id and, where it sent a nonce, the city's own proof. Throws a Failure `unauthorized`. */
export type AuthenticateDevice = (auth: unknown) => { deviceId: string; proof: string | null };
export type DeviceNamespace = Namespace<DeviceClientEvents, DeviceServerEvents>;
type DeviceSocket = Socket<DeviceClientEvents, DeviceServerEvents>;

type Parts = {
  authenticate: AuthenticateDevice;
  receive: Receive;
  now(): number;
  maxReadings: number;
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
    void socket.join(deviceId);
    socket.on("readings", (...args: unknown[]) => void answerReadings(parts, deviceId, ...asked(args)));
    socket.on("status", (...args: unknown[]) => void answerStatus(parts, deviceId, ...asked(args)));
    socket.emit("welcome", { serverTime: parts.now(), proof });
    parts.arrived(deviceId);
  });
}

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

async function answerReadings(parts: Parts, deviceId: string, frame: unknown, ack: unknown): Promise<void> {
  const readings = readingsOf(frame, parts.maxReadings);
  const answer = "code" in readings ? readings : await parts.receive.readings(deviceId, readings).catch(refusalOf);
  if ("code" in answer) parts.receive.refused(deviceId, answer.code);
  reply(ack, answer);
}

async function answerStatus(parts: Parts, deviceId: string, status: unknown, ack: unknown): Promise<void> {
  const parsed = Status.safeParse(status ?? {});
  if (!parsed.success)
    return reply(ack, { code: "malformed", message: "A status is { at?, battery?, rssi?, firmware?, camera? }." });
  const done = () => ({ ok: true, serverTime: parts.now() }) as const;
  reply(ack, await parts.receive.status(deviceId, parsed.data).then(done, refusalOf));
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
