import { deflateRawSync, inflateRawSync } from "node:zlib";

const SAFE = 2 ** 31;

/** Grows as it is written. Whole numbers take one byte per 7 bits; those with a sign are folded first (0, −1, 1, −2 …). */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  byte(n: number): void {
    this.room(1);
    this.bytes[this.length++] = n;
  }

  /** 0 ≤ n < 2^53. */
  varint(n: number): void {
    this.room(8);
    let rest = n;
    for (; rest >= SAFE; rest = Math.floor(rest / 128)) this.bytes[this.length++] = (rest % 128) | 128;
    for (; rest >= 128; rest >>>= 7) this.bytes[this.length++] = (rest & 127) | 128;
    this.bytes[this.length++] = rest;
  }

  /** |n| < 2^52. */
  signed(n: number): void {
    const folded = n < 0 ? -2 * n - 1 : 2 * n;
    if (folded < 128) this.byte(folded);
    else this.varint(folded);
  }

  /** Bit for bit, all first bytes, then all second ones …: what resembles lies together. */
  doubles(values: Float64Array): void {
    const raw = new Uint8Array(Float64Array.from(values).buffer);
    this.room(raw.length);
    for (let plane = 7; plane >= 0; plane--)
      for (let i = plane; i < raw.length; i += 8) this.bytes[this.length++] = raw[i] ?? 0;
  }

  /** What was written, deflated where that is shorter. */
  packed(): Buffer {
    const plain = this.bytes.subarray(0, this.length);
    const small = deflateRawSync(plain, ZLIB);
    const deflated = small.length < plain.length;
    return Buffer.concat([Buffer.of(deflated ? 1 : 0), deflated ? small : plain]);
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.bytes.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

// a pack is a few kilobytes: a small window is as good and sets up in half the time
const ZLIB = { level: 1, windowBits: 12, memLevel: 5 };

const CUT_SHORT = "A pack of the history ends before its readings do. Restore a backup.";

/** Reads what a ByteWriter packed. Throws where the bytes end before what they announce. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private next = 0;

  constructor(packed: Uint8Array) {
    const body = packed.subarray(1);
    this.bytes = packed[0] === 1 ? inflateRawSync(body, { windowBits: ZLIB.windowBits }) : body;
  }

  byte(): number {
    const n = this.bytes[this.next++];
    if (n === undefined) throw new Error(CUT_SHORT);
    return n;
  }

  varint(): number {
    const first = this.byte();
    if (first < 128) return first;
    let n = first & 127;
    for (let place = 128; ; place *= 128) {
      const more = this.byte();
      n += (more & 127) * place;
      if (more < 128) return n;
    }
  }

  signed(): number {
    const first = this.bytes[this.next];
    // nearly all differences are a byte
    if (first !== undefined && first < 128) {
      this.next++;
      return (first >>> 1) ^ -(first & 1);
    }
    const n = this.varint();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }

  doubles(count: number): Float64Array {
    if (this.bytes.length - this.next < count * 8) throw new Error(CUT_SHORT);
    const raw = new Uint8Array(count * 8);
    for (let plane = 7; plane >= 0; plane--)
      for (let i = plane; i < raw.length; i += 8) raw[i] = this.bytes[this.next++] ?? 0;
    return new Float64Array(raw.buffer);
  }
}
