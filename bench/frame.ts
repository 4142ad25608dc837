const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const ID_DIGITS = 8;
const AT_DIGITS = 13;
const EVENT = "42/devices,";

/** The stream that the bench speaks on: its kind has two rules on it. */
export const KIND = "street-flood";
export const STREAM = "water-depth";

/** One masked WebSocket text frame, as a browser or a device sends it. */
export function textFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length])
      : body.length < 65_536
        ? Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255])
        : Buffer.concat([Buffer.from([0x81, 0xff, 0, 0, 0, 0]), u32(body.length)]);
  for (let i = 0; i < body.length; i++) body[i] = (body[i] ?? 0) ^ (MASK[i & 3] ?? 0);
  return Buffer.concat([head, Buffer.from(MASK), body]);
}

/** The JSON of `size` readings a millisecond apart whose times are still to be filled in; without a `value` no rule raises on them. */
export function readingsText(size: number, value?: number): string {
  const one = (i: number) =>
    `{"stream":"${STREAM}","at":${"0".repeat(AT_DIGITS)},"value":${value ?? 10 + ((i * 7) % 30)}}`;
  return `{"readings":[${Array.from({ length: size }, (_, i) => one(i)).join(",")}]}`;
}

/** Text whose numbers are filled in at each use: `digits` at `place`, in bytes that are masked from `from` on. */
class Blanks {
  readonly bytes: Buffer;
  private readonly from: number;
  private readonly mask: readonly number[];

  constructor(bytes: Buffer, from: number, mask: readonly number[]) {
    this.bytes = bytes;
    this.from = from;
    this.mask = mask;
  }

  put(place: number, digits: number, value: number): void {
    let left = value;
    for (let i = place + digits - 1; i >= place; i--) {
      const rest = Math.floor(left / 10);
      this.bytes[this.from + i] = (48 + left - rest * 10) ^ (this.mask[i & 3] ?? 0);
      left = rest;
    }
  }
}

function timesIn(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('"at":'); at >= 0; at = text.indexOf('"at":', at + 1)) places.push(at + 5);
  return places;
}

/** A frame of `size` readings, written once; each send only fills in its number and its times. */
export class FrameTemplate {
  readonly size: number;
  private readonly blanks: Blanks;
  private readonly times: number[];

  constructor(size: number, value?: number) {
    this.size = size;
    const text = `${EVENT}${"0".repeat(ID_DIGITS)}["readings",${readingsText(size, value)}]`;
    const bytes = textFrame(text);
    this.blanks = new Blanks(bytes, bytes.length - text.length, MASK);
    this.times = timesIn(text);
  }

  /** The frame with number `id`, its readings at `at`, `at` + 1, … (UTC ms). A copy: it may wait in a socket. */
  make(id: number, at: number): Buffer {
    this.blanks.put(EVENT.length, ID_DIGITS, id);
    for (let i = 0; i < this.times.length; i++) this.blanks.put(this.times[i] ?? 0, AT_DIGITS, at + i);
    return Buffer.from(this.blanks.bytes);
  }
}

/** The same readings as the body of a request. */
export class BodyTemplate {
  private readonly blanks: Blanks;
  private readonly times: number[];

  constructor(size: number) {
    const text = readingsText(size);
    this.blanks = new Blanks(Buffer.from(text), 0, []);
    this.times = timesIn(text);
  }

  make(at: number): Buffer {
    for (let i = 0; i < this.times.length; i++) this.blanks.put(this.times[i] ?? 0, AT_DIGITS, at + i);
    return Buffer.from(this.blanks.bytes);
  }
}

/** The number that the first frame carries: every later one has as many digits. */
export const FIRST_ID = 10 ** (ID_DIGITS - 1);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
