// A process of its own: devices that send more than the city can carry, whatever it answers. Told { url, devices, perSecond }: begins.
// Told { stop }: sends no more, waits for the answers that are due, and gives what became of every frame.
import { DAY } from "../lib/base/clock";
import { FIRST_ID, FrameTemplate } from "./frame";
import { HttpLine } from "./http-line";
import { type Answer, WireLine } from "./wire";

export type Flooding = { id: string; key: string; over: "socket" | "http" };
export type Begin = { url: string; devices: Flooding[]; perSecond: number };
export type Flooded = {
  id: string;
  over: "socket" | "http";
  /** Frames that were due at the asked rate, that the line took, and that were answered. */
  due: number;
  sent: number;
  answered: number;
  /** Answers by code; "" is a frame that was stored. */
  codes: Record<string, number>;
  /** Time of the first reading of each frame that was acknowledged as stored. */
  stored: number[];
};

const SIZE = 100;
/** Each reading is a millisecond after the one before: a flood runs through days. */
const BEHIND_MS = 20 * DAY;
const PATIENCE_MS = 60_000;

type Line = { free(): boolean; send(frame: number, at: number): void };

class Flooder {
  readonly result: Flooded;
  private readonly begun = performance.now();
  private readonly at = new Map<number, number>();
  private readonly framesPerSecond: number;
  private readonly line: Line;
  private next = Date.now() - BEHIND_MS;
  private frame = FIRST_ID;

  constructor({ id, over }: Flooding, framesPerSecond: number, line: Line) {
    this.framesPerSecond = framesPerSecond;
    this.line = line;
    this.result = { id, over, due: 0, sent: 0, answered: 0, codes: {}, stored: [] };
  }

  /** Sends what is due, as far as its line takes it: what it does not take is not sent later. */
  pump(): void {
    const due = Math.floor(((performance.now() - this.begun) * this.framesPerSecond) / 1000);
    for (; this.result.due < due; this.result.due++) {
      if (!this.line.free()) continue;
      this.at.set(this.frame, this.next);
      this.line.send(this.frame++, this.next);
      this.next += SIZE;
      this.result.sent++;
    }
  }

  hear(frame: number, answer: Answer): void {
    const { codes, stored } = this.result;
    const code = "code" in answer ? answer.code : answer.accepted === SIZE ? "" : "in part";
    codes[code] = (codes[code] ?? 0) + 1;
    this.result.answered++;
    const at = this.at.get(frame);
    if (code === "" && at !== undefined) stored.push(at);
    this.at.delete(frame);
  }
}

async function open(url: string, device: Flooding, framesPerSecond: number): Promise<Flooder> {
  let flooder: Flooder | null = null;
  const hear = (frame: number, answer: Answer) => flooder?.hear(frame, answer);
  const line = device.over === "http" ? new HttpLine(url, device, SIZE, hear) : await socketLine(url, device, hear);
  flooder = new Flooder(device, framesPerSecond, line);
  return flooder;
}

const MOST_UNSENT = 256 * 1024;

async function socketLine(url: string, { id, key }: Flooding, hear: (frame: number, answer: Answer) => void) {
  const line = await WireLine.open(url, { deviceId: id, key });
  const template = new FrameTemplate(SIZE);
  line.heard = hear;
  return {
    free: () => line.socket.writableLength < MOST_UNSENT,
    send: (frame: number, at: number) => void line.socket.write(template.make(frame, at)),
  };
}

let flooders: Flooder[] = [];
let timer: NodeJS.Timeout | undefined;

async function begin({ url, devices, perSecond }: Begin): Promise<void> {
  const each = perSecond / SIZE / devices.length;
  flooders = await Promise.all(devices.map((device) => open(url, device, each)));
  timer = setInterval(() => {
    for (const flooder of flooders) flooder.pump();
  }, 5);
  process.send?.({ begun: true });
}

async function end(): Promise<void> {
  clearInterval(timer);
  const until = performance.now() + PATIENCE_MS;
  const due = () => flooders.some(({ result }) => result.answered < result.sent);
  while (due() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  process.send?.(flooders.map((f) => f.result));
}

process.on("message", (told: Begin | { stop: true }) => void ("stop" in told ? end() : begin(told)));
process.once("disconnect", () => process.exit(0));
process.once("SIGTERM", () => process.exit(0));
process.send?.({ ready: true });
