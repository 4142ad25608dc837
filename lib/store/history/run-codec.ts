import { ByteReader, ByteWriter } from "./bytes";
import { decimalsOf, scaleOf } from "./decimals";
import type { Run } from "./run";

/** Times are told in the largest of these that divides them all, ms. */
const UNITS = [60_000, 1000, 100, 10, 1];
/** Where the value's digits do not end after the sixth. */
const BITS = 255;

/**
 * A run as bytes. Times: how much each step differs from the step before, mostly nothing. Values: how much each differs from
 * the one before in units of its last digit, or its bits where it has no last digit. Takes any order of whole times below 2^48.
 */
export function encodeRun({ at, value }: Run): Buffer {
  const out = new ByteWriter();
  out.varint(at.length);
  const index = UNITS.findIndex((unit) => divides(at, unit));
  out.byte(index);
  putSteps(out, at, UNITS[index] ?? 1);
  const decimals = decimalsOf(value);
  out.byte(decimals ?? BITS);
  if (decimals === null) out.doubles(value);
  else putDifferences(out, value, scaleOf(decimals));
  return out.packed();
}

/** Throws where the bytes are not what encodeRun made. */
export function decodeRun(data: Uint8Array): Run {
  const from = new ByteReader(data);
  const count = from.varint();
  const unit = UNITS[from.byte()] ?? 1;
  const at = takeSteps(from, count, unit);
  const decimals = from.byte();
  return { at, value: decimals === BITS ? from.doubles(count) : takeDifferences(from, count, scaleOf(decimals)) };
}

function divides(at: Float64Array, unit: number): boolean {
  for (let i = 0; i < at.length; i++) {
    const units = (at[i] ?? 0) / unit;
    if (units !== Math.floor(units)) return false;
  }
  return true;
}

function putSteps(out: ByteWriter, at: Float64Array, unit: number): void {
  let before = 0;
  let step = 0;
  for (let i = 0; i < at.length; i++) {
    const time = (at[i] ?? 0) / unit;
    out.signed(time - before - step);
    // the first time is no step
    step = i === 0 ? 0 : time - before;
    before = time;
  }
}

function takeSteps(from: ByteReader, count: number, unit: number): Float64Array {
  const at = new Float64Array(count);
  let time = 0;
  let step = 0;
  for (let i = 0; i < count; i++) {
    const next = step + from.signed();
    time += next;
    step = i === 0 ? 0 : next;
    at[i] = time * unit;
  }
  return at;
}

function putDifferences(out: ByteWriter, values: Float64Array, scale: number): void {
  let before = 0;
  for (let i = 0; i < values.length; i++) {
    const scaled = Math.round((values[i] ?? 0) * scale);
    out.signed(scaled - before);
    before = scaled;
  }
}

function takeDifferences(from: ByteReader, count: number, scale: number): Float64Array {
  const values = new Float64Array(count);
  let scaled = 0;
  for (let i = 0; i < count; i++) {
    scaled += from.signed();
    values[i] = scaled / scale;
  }
  return values;
}
