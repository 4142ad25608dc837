import { ByteReader, ByteWriter } from "./bytes";
import { decimalsOf, scaleOf } from "./decimals";
import type { RollupLevel } from "./level";
import { MILLION, millionths, RollupPage } from "./rollup";

const BITS = 255;
const SAFE = 2 ** 51;
type Column = "min" | "max" | "sum" | "last";
const COLUMNS: readonly Column[] = ["last", "min", "max", "sum"];

/**
 * A page as bytes, column by column, empty slots left out. A slot with one reading is its last value and nothing else; of the
 * others min and max are told from the last, and the sum from what it were if all were the last.
 */
export function encodePage(page: RollupPage): Buffer {
  const slots = page.filled();
  const out = new ByteWriter();
  out.varint(slots.length);
  differences(out, slots);
  differences(
    out,
    slots.map((slot) => page.count[slot] ?? 0),
  );
  differences(
    out,
    slots.map((slot) => (page.lastAt[slot] ?? 0) - page.startOf(slot)),
  );
  const several = slots.filter((slot) => (page.count[slot] ?? 0) > 1);
  const scales = scalesOf(page, slots, several);
  out.byte(scales?.values ?? BITS);
  if (scales) putWhole(out, page, slots, several, scales);
  else for (const name of COLUMNS) out.doubles(pick(page[name], name === "last" ? slots : several));
  return out.packed();
}

/** Throws where the bytes are not what encodePage made. */
export function decodePage(level: RollupLevel, number: number, data: Uint8Array): RollupPage {
  const page = new RollupPage(level, number);
  const from = new ByteReader(data);
  const length = from.varint();
  const slots = undifferences(from, length);
  const counts = undifferences(from, length);
  const ends = undifferences(from, length);
  const several: number[] = [];
  for (let i = 0; i < length; i++) {
    const slot = slots[i] ?? 0;
    const count = counts[i] ?? 0;
    page.count[slot] = count;
    page.lastAt[slot] = page.startOf(slot) + (ends[i] ?? 0);
    if (count > 1) several.push(slot);
  }
  const decimals = from.byte();
  if (decimals === BITS) takeBits(from, page, slots, several);
  else takeWhole(from, page, slots, several, decimals);
  return page;
}

type Scales = { values: number; sum: number };

/** Digits after the point of the values, and of the sums; null where whole numbers do not say them. */
function scalesOf(page: RollupPage, slots: number[], several: number[]): Scales | null {
  const values = decimalsOf(pick(page.last, slots), pick(page.min, several), pick(page.max, several));
  if (values === null) return null;
  for (let sum = values; sum <= 6; sum++) {
    const part = MILLION / scaleOf(sum);
    const fits = (slot: number) => {
      const scaled = (page.sum[slot] ?? 0) / part;
      const flat = (page.count[slot] ?? 0) * Math.abs(page.last[slot] ?? 0) * scaleOf(sum);
      return Number.isInteger(scaled) && Math.abs(scaled) < SAFE && flat < SAFE;
    };
    if (several.every(fits)) return { values, sum };
  }
  return null;
}

function putWhole(out: ByteWriter, page: RollupPage, slots: number[], several: number[], scales: Scales): void {
  const scale = scaleOf(scales.values);
  const whole = (column: Float64Array, slot: number) => Math.round((column[slot] ?? 0) * scale);
  out.byte(scales.sum);
  differences(
    out,
    slots.map((slot) => whole(page.last, slot)),
  );
  for (const slot of several) out.varint(whole(page.last, slot) - whole(page.min, slot));
  for (const slot of several) out.varint(whole(page.max, slot) - whole(page.last, slot));
  const [part, finer] = sumScale(scales);
  for (const slot of several)
    out.signed((page.sum[slot] ?? 0) / part - (page.count[slot] ?? 0) * whole(page.last, slot) * finer);
}

/** A chart opens hundreds of pages: loops, and the whole numbers of `last` in the page's own column until all are told. */
function takeWhole(from: ByteReader, page: RollupPage, slots: Float64Array, several: number[], decimals: number): void {
  const scale = scaleOf(decimals);
  const [part, finer] = sumScale({ values: decimals, sum: from.byte() });
  const { min, max, sum, last, count } = page;
  let whole = 0;
  for (const slot of slots) {
    whole += from.signed();
    last[slot] = whole;
    min[slot] = whole / scale;
    max[slot] = whole / scale;
    sum[slot] = whole * finer * part;
  }
  for (const slot of several) min[slot] = ((last[slot] ?? 0) - from.varint()) / scale;
  for (const slot of several) max[slot] = ((last[slot] ?? 0) + from.varint()) / scale;
  for (const slot of several) sum[slot] = (from.signed() + (count[slot] ?? 0) * (last[slot] ?? 0) * finer) * part;
  for (const slot of slots) last[slot] = (last[slot] ?? 0) / scale;
}

/** How many millionths the sum's last digit is, and how many of it the values' last digit. */
function sumScale({ values, sum }: Scales): [part: number, finer: number] {
  return [MILLION / scaleOf(sum), scaleOf(sum - values)];
}

function takeBits(from: ByteReader, page: RollupPage, slots: Float64Array, several: number[]): void {
  const lasts = from.doubles(slots.length);
  slots.forEach((slot, i) => {
    const last = lasts[i] ?? 0;
    page.last[slot] = last;
    page.min[slot] = last;
    page.max[slot] = last;
    page.sum[slot] = millionths(last);
  });
  for (const name of COLUMNS.slice(1)) {
    const column = from.doubles(several.length);
    several.forEach((slot, i) => {
      page[name][slot] = column[i] ?? 0;
    });
  }
}

function pick(column: Float64Array, slots: readonly number[]): Float64Array {
  return Float64Array.from(slots, (slot) => column[slot] ?? 0);
}

function differences(out: ByteWriter, numbers: readonly number[]): void {
  let before = 0;
  for (const n of numbers) {
    out.signed(n - before);
    before = n;
  }
}

function undifferences(from: ByteReader, length: number): Float64Array {
  const numbers = new Float64Array(length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    n += from.signed();
    numbers[i] = n;
  }
  return numbers;
}
