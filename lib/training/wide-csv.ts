import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { Series } from "../analyze/forecast/series";
import { instantOf } from "../base/clock";

/** Which column of a wide file is which stream ("device/stream"); `least`, `most`: what the sensor can say. */
export type Column = { column: string; stream: string; least?: number; most?: number };

/** Streams by name out of a file with a time in its first column and a stream in each other one. An empty cell is no reading. */
export async function readWide(file: string, columns: readonly Column[]): Promise<Map<string, Series>> {
  const streams = new Map(columns.map(({ stream }) => [stream, new Series()]));
  let head: string[] = [];
  let own: (Column & { index: number })[] = [];
  for await (const row of rowsOf(file)) {
    if (head.length === 0) {
      head = row;
      own = columns.map((c) => ({ ...c, index: indexIn(head, c.column, file) }));
      continue;
    }
    const at = instantOf(row[0]);
    for (const { index, stream, least = -Infinity, most = Infinity } of own) {
      const value = row[index] ? Number(row[index]) : Number.NaN;
      if (value >= least && value <= most) streams.get(stream)?.push(at, value);
    }
  }
  return streams;
}

function indexIn(head: readonly string[], column: string, file: string): number {
  const index = head.indexOf(column);
  if (index < 1) throw new Error(`${file} has no column ${column}. It has: ${head.slice(1).join(", ")}.`);
  return index;
}

function rowsOf(file: string): AsyncIterable<string[]> {
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true });
  const done = (error: Error | null | undefined) => error && parser.destroy(error);
  const source = createReadStream(file);
  if (file.endsWith(".gz")) pipeline(source, createGunzip(), parser, done);
  else pipeline(source, parser, done);
  return parser as AsyncIterable<string[]>;
}
