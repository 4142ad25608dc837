import type { Clock } from "../base/clock";
import type { Status } from "../contract/device";
import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { type Command, createCommandDesk } from "./commands";
import { hmacHandshake, keyHandshake } from "./handshake";
import { createIntake, type Measured } from "./intake";
import { type Keep, memoryKeep } from "./keep";
import { type LinkProblem, openLink } from "./link";
import { createSender } from "./sender";
import { steadyClock } from "./steady-clock";

export type FieldDeviceOptions = {
  /** Address of the city, without a path. */
  url: string;
  deviceId: string;
  key: string;
  /** "hmac" (the default) keeps the key off the wire and makes the city prove itself; "key" sends it. */
  mode?: "hmac" | "key";
  /** The device's own clock. It may be wrong: the city says what time it is. */
  clock?: Clock;
  random?: () => number;
  /** Where readings wait for the city: `openDiskKeep(dir)` outlives the process, the default does not. */
  keep?: Keep;
  /** Readings in one frame, at most; the city takes 10,000. How many it is depends on how soon the city answers. */
  mostInFrame?: number;
  ackTimeoutMs?: number;
  /** Says how it is this often, so that a device with nothing to measure is known to live. */
  keepAliveMs?: number;
  /** Carries out what the city asks for and gives the answer; undefined stands for { ok: true }. */
  onCommand?: (command: Command) => unknown;
  onAnswer?: (readings: WireReading[], answer: ReadingsAnswer) => void;
  onReady?: (serverTime: number) => void;
  onProblem?: (problem: LinkProblem) => void;
};

export type FieldDevice = {
  readonly deviceId: string;
  ready(): boolean;
  /**
   * Keeps readings until the city has answered for them, however often they have to be sent. A gateway names its children in
   * `deviceId`. Throws what the keep throws, a full disk say: then none of these is kept.
   */
  send(readings: readonly Measured[]): void;
  /** Says how the device is; only the newest status is worth sending. */
  status(status: Status): void;
  /** Resolves when the city has answered for everything queued. */
  flushed(): Promise<void>;
  /** Flushes for at most `withinMs`, then leaves. */
  close(withinMs?: number): Promise<void>;
};

const MOST_IN_FRAME = 2_000;
const IN_PASSING = 100;
/** An answer that took longer tells no time, ms. */
const PROMPT_MS = 5_000;

/** The client that a gateway in the street runs: the wire contract of `/devices`, with a queue that outlives a broken line. */
export function createFieldDevice(options: FieldDeviceOptions): FieldDevice {
  const { url, deviceId, key, clock = steadyClock(), random = Math.random, keep = memoryKeep() } = options;
  const intake = createIntake(keep, clock);
  const carryOut = createCommandDesk(options.onCommand);
  let newest: Status | null = null;
  let waitingSaid = 0;

  const link = openLink({
    url,
    random,
    clock,
    handshake: (now) => (options.mode === "key" ? keyHandshake(deviceId, key) : hmacHandshake(deviceId, key, now)),
    onReady: (_, serverTime) => {
      learn(serverTime, clock.now());
      options.onReady?.(serverTime);
      if (newest || options.keepAliveMs) sayStatus();
      sender.again();
    },
    onLost: (problem) => options.onProblem?.(problem),
  });
  const sender = createSender({
    queue: keep.queue,
    waiting: () => keep.queue.size() + keep.untimed.size(),
    random,
    city: () => (link.ready() ? link.socket : null),
    most: options.mostInFrame ?? MOST_IN_FRAME,
    ackTimeoutMs: options.ackTimeoutMs ?? 10_000,
    onAnswer: (readings, answer) => {
      options.onAnswer?.(readings, answer);
      if (waitingSaid > 0 && backlog() === 0) sayStatus();
    },
  });
  // who has not proved to be the city commands nothing
  link.socket.on("command", (command, ack) => link.ready() && void carryOut(command).then(ack));

  const learn = (serverTime: number, own: number) => {
    try {
      intake.learn(serverTime, own);
    } catch (error) {
      // the device's own disk refuses; the next answer of the city tries again
      options.onProblem?.({ code: "storage-unavailable", message: String(error) });
    }
  };
  /** Readings that wait, where it is more than what is on its way at any time. */
  const backlog = () => (keep.queue.size() > IN_PASSING ? keep.queue.size() : 0);
  const sayStatus = () => {
    if (!link.ready()) return;
    const asked = clock.now();
    const before = waitingSaid;
    waitingSaid = backlog();
    const status = { ...newest, ...(before + waitingSaid > 0 && { waiting: waitingSaid }) };
    link.socket.timeout(PROMPT_MS).emit("status", status, (error, answer) => {
      if (!error && answer && "ok" in answer) learn(answer.serverTime, (asked + clock.now()) / 2);
      sender.wake();
    });
  };
  const keepAlive = options.keepAliveMs ? setInterval(sayStatus, options.keepAliveMs) : undefined;

  return {
    deviceId,
    ready: link.ready,
    send(readings) {
      intake.add(readings);
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
