import type { IncomingMessage, ServerResponse } from "node:http";
import { Failure } from "../base/failure";
import type { WireRefusal } from "../contract/live";
import type { AuthenticateDevice } from "./devices";
import type { Hearing } from "./hearing";
import { type Receive, readingsOf, refusalOf } from "./receive";

const MAX_BODY_BYTES = 1_000_000;
/** Requests of one device at once; beyond them it is told `busy` before its body is read. */
const MOST_OPEN = 8;
/** Refused ones that are kept waiting for their answer, a device; beyond them the answer comes at once and ends the connection. */
const MOST_HELD = 64;
const status = { unauthorized: 401, malformed: 400, "too-large": 413 } as const;
const busy = new Failure("busy", "This device has too many requests open. Keep the readings and send them again.");

type Parts = { authenticate: AuthenticateDevice; receive: Receive; maxReadings: number; hearing: Hearing };
type Exchange = { request: IncomingMessage; response: ServerResponse };

/** POST /api/v1/readings: the same as the event `readings`, with `Authorization: Bearer <deviceId>.<key>`. */
export function httpReadings(parts: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  const open = new Map<string, number>();
  const held = new Map<string, number>();

  const quiet = (deviceId: string) =>
    new Promise((resolve) => setTimeout(resolve, parts.hearing.waitMs(deviceId, performance.now())));

  /** Answers `busy`, not sooner than the device is listened to again: that slows whoever waits for the answer. */
  async function refuseLate(exchange: Exchange, deviceId: string): Promise<void> {
    parts.hearing.refused(deviceId, "request", performance.now());
    const refusal = refusalOf(busy);
    parts.receive.refused(deviceId, refusal.code);
    if ((held.get(deviceId) ?? 0) >= MOST_HELD) return refuse(exchange, refusal, true);
    await counted(held, deviceId, () => quiet(deviceId));
    refuse(exchange, refusal);
  }

  async function take({ request, response }: Exchange, deviceId: string): Promise<void> {
    if (parts.hearing.waitMs(deviceId, performance.now()) > 0) await quiet(deviceId);
    const body = await bodyOf(request);
    const json = () => JSON.parse(body.toString()) as unknown;
    const frame = { bytes: body.length, open: () => readingsOf(json, parts.maxReadings) };
    send(response, 200, await parts.receive.readings(deviceId, frame));
  }

  async function answer(exchange: Exchange): Promise<void> {
    const bearer = /^Bearer (.+)\.([^.]+)$/.exec(exchange.request.headers.authorization ?? "");
    const { deviceId } = parts.authenticate({ deviceId: bearer?.[1], key: bearer?.[2] });
    if ((open.get(deviceId) ?? 0) >= MOST_OPEN) return refuseLate(exchange, deviceId);
    await counted(open, deviceId, () => take(exchange, deviceId)).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal.code === "busy") return refuseLate(exchange, deviceId);
      parts.receive.refused(deviceId, refusal.code);
      refuse(exchange, refusal);
    });
  }

  return (request, response) => {
    const exchange = { request, response };
    answer(exchange).catch((error: unknown) => refuse(exchange, refusalOf(error)));
  };
}

/** Runs `work` while it is counted under `key`. */
async function counted(counts: Map<string, number>, key: string, work: () => Promise<unknown>): Promise<void> {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  try {
    await work();
  } finally {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuse({ request, response }: Exchange, refusal: WireRefusal, last = !request.complete): void {
  if (refusal.retryMs) response.setHeader("retry-after", Math.ceil(refusal.retryMs / 1000));
  // what is left of a body that nobody reads must not be taken for the next request
  if (last) response.setHeader("connection", "close");
  send(response, refusal.code in status ? status[refusal.code as keyof typeof status] : 503, refusal);
}

function send(response: ServerResponse, code: number, answer: object): void {
  response.writeHead(code, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(answer));
}

function tooLarge(): Failure {
  return new Failure("too-large", `A request carries at most ${MAX_BODY_BYTES} bytes. Send several.`);
}
