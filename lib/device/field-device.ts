import { type Clock, wallClock } from "../base/clock";
import type { Status } from "../contract/device";
import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { hmacHandshake, keyHandshake } from "./handshake";
import { type LinkProblem, openLink } from "./link";
import { memoryQueue, type Queue } from "./queue";
import { createSender } from "./sender";

export type Command = { id: string; kind: string; [more: string]: unknown };

export type FieldDeviceOptions = {
  /** Address of the city, without a path. */
  url: string;
  deviceId: string;
  key: string;
  /** "hmac" (the default) keeps the key off the wire and makes the city prove itself; "key" sends it. */
  mode?: "hmac" | "key";
  /** The device's own clock, for the handshake's time stamp. */
  clock?: Clock;
  random?: () => number;
  queue?: Queue;
  /** Readings in one frame, at most 100. */
  batch?: number;
  ackTimeoutMs?: number;
  /** Says the newest status again this often, so that a device with nothing to measure is known to live. */
  keepAliveMs?: number;
  onCommand?: (command: Command) => unknown;
  onAnswer?: (readings: WireReading[], answer: ReadingsAnswer) => void;
  onReady?: (serverTime: number) => void;
  onProblem?: (problem: LinkProblem) => void;
};

export type FieldDevice = {
  readonly deviceId: string;
  ready(): boolean;
  /** Queues readings; a gateway names its children in `deviceId`. They are sent, and sent again, until the city acknowledges. */
  send(readings: readonly WireReading[]): void;
  /** Says how the device is; only the newest status is worth sending. */
  status(status: Status): void;
  /** Resolves when the city has answered for everything queued. */
  flushed(): Promise<void>;
  /** Flushes for at most `withinMs`, then leaves. */
  close(withinMs?: number): Promise<void>;
};

/** The client that a gateway in the street runs: the wire contract of `/devices`, with a queue that outlives a broken line. */
export function createFieldDevice(options: FieldDeviceOptions): FieldDevice {
  const { url, deviceId, key, clock = wallClock, random = Math.random } = options;
  const queue = options.queue ?? memoryQueue();
  let newest: Status | null = null;

  const link = openLink({
    url,
    random,
    handshake: () => (options.mode === "key" ? keyHandshake(deviceId, key) : hmacHandshake(deviceId, key, clock.now())),
    onReady: (_, serverTime) => {
      options.onReady?.(serverTime);
      sayStatus();
      sender.wake();
    },
    onLost: (problem) => options.onProblem?.(problem),
  });
  const sender = createSender({
    queue,
    random,
    city: () => (link.ready() ? link.socket : null),
    batch: Math.min(100, options.batch ?? 100),
    ackTimeoutMs: options.ackTimeoutMs ?? 10_000,
    onAnswer: (readings, answer) => options.onAnswer?.(readings, answer),
  });
  link.socket.on("command", async (command, ack) => ack((await options.onCommand?.(command)) ?? { ok: true }));

  const sayStatus = () => {
    if (newest && link.ready()) link.socket.emit("status", newest, () => undefined);
  };
  const keepAlive = options.keepAliveMs ? setInterval(sayStatus, options.keepAliveMs) : undefined;

  return {
    deviceId,
    ready: link.ready,
    send(readings) {
      queue.add(readings);
      sender.wake();
    },
    status(status) {
      newest = status;
      sayStatus();
    },
    flushed: sender.idle,
    async close(withinMs = 5_000) {
      clearInterval(keepAlive);
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([sender.idle(), new Promise((resolve) => (timer = setTimeout(resolve, withinMs)))]);
      clearTimeout(timer);
      sender.stop();
      link.close();
    },
  };
}
