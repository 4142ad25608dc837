import { crc32 } from "node:zlib";
import type { WireReading } from "../../contract/reading";

/** A reading and its place in the queue: places grow by one and are never used again. */
export type Entry = { place: number; reading: WireReading };

/** `body` as one line behind its CRC-32, eight hex digits. */
export function sealed(body: string): string {
  return `${crc32(body).toString(16).padStart(8, "0")} ${body}\n`;
}

/** The body of a sealed line (without its line end), or null where the line is not what was written. */
export function unsealed(line: string): string | null {
  const body = line.slice(9);
  return sealed(body) === `${line}\n` ? body : null;
}

export function encodeEntry({ place, reading }: Entry): string {
  return sealed(`${place} ${JSON.stringify(reading)}`);
}

/** The entries of a segment's bytes. What a power cut or a worn card made of other lines is left out; `good` is the length up to the last whole one. */
export function decodeEntries(bytes: Buffer): { entries: Entry[]; good: number } {
  const entries: Entry[] = [];
  let good = 0;
  for (let start = 0; ; ) {
    const end = bytes.indexOf(LINE_END, start);
    if (end === -1) return { entries, good };
    const entry = decodeEntry(bytes.toString("utf8", start, end));
    start = end + 1;
    if (!entry || entry.place <= (entries.at(-1)?.place ?? -1)) continue;
    entries.push(entry);
    good = start;
  }
}

const LINE_END = 10;

function decodeEntry(line: string): Entry | null {
  const body = unsealed(line);
  const space = body?.indexOf(" ") ?? -1;
  if (!body || space === -1) return null;
  return { place: Number(body.slice(0, space)), reading: JSON.parse(body.slice(space + 1)) as WireReading };
}
