import fc from "fast-check";
import { DAY } from "./base/clock";

const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "",
  " ",
  "water-level ",
  "물",
  "\u0000",
  "😀",
  "x".repeat(5_000),
];
const NUMBERS = [
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  -1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];
const TIMES = [
  "now",
  "2026-02-30T00:00:00Z",
  "2026-01-01T00:00:00",
  "9".repeat(400),
  1.5,
  Number.NaN,
  0,
  -1,
  8.7e15,
  true,
];
/** Deep enough that whoever walks it by calling himself falls over. */
const DEEP = 20_000;
const DEEP_TEXT = "[".repeat(DEEP) + "]".repeat(DEEP);

type Reading = Record<string, unknown>;

/** Things that no city may take, made of a seed. `now`: UTC ms, when a reading would be good. */
export class Malformed {
  private readonly good: Reading;
  private readonly odd: unknown[];
  private readonly words: string[];
  private state: number;

  constructor(seed: number, now: number) {
    const sets = { withDate: true, withMap: true, withSet: true, withNullPrototype: true, withTypedArray: true };
    const anything = fc.anything({ ...sets, maxDepth: 4, withSparseArray: true, withObjectString: true });
    // a number may be a good value: those that are none come from NUMBERS
    this.odd = fc.sample(anything, { numRuns: 3_000, seed }).filter((one) => typeof one !== "number");
    this.words = fc.sample(fc.string({ unit: "binary", maxLength: 300 }), { numRuns: 1_000, seed });
    this.good = { stream: "water-level", at: now - 1000, value: 5 };
    this.state = seed | 1;
    TIMES.push(now + DAY, now - 500 * DAY);
  }

  /** Arguments of the event `readings`: no good reading among them. */
  readings(): unknown[] {
    const bad = () => Array.from({ length: 1 + this.upTo(5) }, () => this.reading());
    return this.pick<() => unknown[]>([
      () => [{ readings: bad() }],
      () => [{ readings: bad() }],
      () => [{ readings: bad(), more: this.any() }],
      () => [{ readings: this.any() }],
      () => [{ readings: Buffer.from(this.pick(this.words)) }],
      () => [bad()],
      () => [this.any()],
      () => [{ Readings: [this.good] }],
      () => [JSON.stringify({ readings: [this.good] })],
      () => [JSON.parse(`{"__proto__":{"readings":[${JSON.stringify(this.good)}]}}`)],
      () => [],
    ])();
  }

  /** Arguments of the event `status`: none is one. */
  status(): unknown[] {
    const status = this.pick<Reading>([
      { battery: this.pick<unknown>([101, -1, "full", {}, ...NUMBERS.slice(0, 4)]) },
      { rssi: this.pick<unknown>(["loud", [], {}, true]) },
      { firmware: "x".repeat(101) },
      { at: this.pick<unknown>([{}, [], true, "9".repeat(400)]) },
      { camera: this.pick<unknown>([5, "on", { recording: "yes" }, { fps: [] }, { tampered: 1 }]) },
    ]);
    return [this.pick<unknown>([{ ...status, more: this.any() }, [status], "ok", 5, true])];
  }

  /** What a client may put on the wire by hand. */
  packet(): string {
    const frame = JSON.stringify(["readings", { readings: [this.reading()] }]);
    return this.pick([
      ...[
        "4",
        "42",
        "0{}",
        "1",
        "3x",
        "9",
        "40/nowhere,",
        "41/devices,",
        "42/devices,",
        "42/devices,[",
        "42/devices,{}",
      ],
      ...[
        '42/devices,["connect",{}]',
        '42/devices,["error",1]',
        '42/devices,["disconnect"]',
        '42/devices,["__proto__",1]',
      ],
      ...[
        "43/devices,1[]",
        '43/devices,999999999["ok"]',
        "44/devices,{}",
        '42/devices,99999999999999999999["readings",{}]',
      ],
      '451-/devices,7["readings",{"_placeholder":true,"num":9}]',
      '459999999-/devices,["readings",{}]',
      `42/devices,["readings",${DEEP_TEXT}]`,
      `451-/devices,["readings",${DEEP_TEXT}]`,
      `42/devices,5${frame.slice(0, this.upTo(frame.length))}`,
      `4${this.pick(this.words)}`,
      this.pick(this.words),
    ]);
  }

  /** A request body as it goes over the wire. */
  body(): string {
    if (this.upTo(200) === 0) return "x".repeat(1_100_000);
    const text = JSON.stringify(this.readings()[0]) ?? "";
    return this.pick([
      text,
      text,
      text.slice(0, this.upTo(text.length)),
      DEEP_TEXT,
      `{"readings":${DEEP_TEXT}}`,
      this.pick(this.words),
      JSON.stringify([this.good]),
    ]);
  }

  /** What a handshake may bring, `auth` being a good one. */
  auth(auth: { deviceId: string; key: string }): Reading {
    const spoilt = this.pick<Reading>([
      { deviceId: this.pick<unknown>([...NAMES, 5, null, {}]) },
      { key: this.pick<unknown>([...NAMES, 5, null, {}, auth.key.slice(1)]) },
      { key: undefined, ts: Date.now(), nonce: this.pick<unknown>(["short", "x".repeat(300), 5]), mac: auth.key },
      {
        key: undefined,
        ts: this.pick<unknown>(TIMES),
        nonce: "a nonce of its own",
        mac: this.pick<unknown>(["", 5, {}]),
      },
    ]);
    return { ...auth, ...spoilt };
  }

  private reading(): unknown {
    const { stream, at, value } = this.good;
    return this.pick<() => unknown>([
      () => ({ stream, at, value: this.pick([...NUMBERS, "5", null, this.any()]) }),
      () => ({ at, value, stream: this.pick([...NAMES, this.any()]) }),
      () => ({ stream, value, at: this.pick(TIMES) }),
      () => ({ ...this.good, deviceId: this.pick<unknown>([...NAMES, 5, null, {}, ["river"]]) }),
      () => ({ stream, at }),
      () => ({ at, value }),
      () => [this.good],
      () => JSON.stringify(this.good),
      () => JSON.parse(`{"__proto__":${JSON.stringify(this.good)}}`),
      () => Buffer.from(this.pick(this.words)),
      () => this.any(),
    ])();
  }

  private any(): unknown {
    return this.pick(this.odd);
  }
  /** A whole number below `most`. */
  upTo(most: number): number {
    // xorshift: the same seed, the same frames
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % Math.max(1, most);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }
}
