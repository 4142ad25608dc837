import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { instantOf } from "../base/clock";
import { NewDevice } from "../contract/device";

/** One recorded reading; `value` is NaN where the file says something that is no number: the city shall refuse it. */
export type RecordedReading = { line: number; at: number; device: string; stream: string; value: number };
/** A line that cannot even be sent. */
export type BadLine = { line: number; problem: string };

type Csv = { record: Record<string, string>; info: { lines: number } };

function csv(file: string): AsyncIterable<Csv> {
  const parser = parse({
    columns: true,
    info: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const source = createReadStream(file);
  const done = (error: Error | null | undefined) => error && parser.destroy(error);
  if (file.endsWith(".gz")) pipeline(source, createGunzip(), parser, done);
  else pipeline(source, parser, done);
  return parser as AsyncIterable<Csv>;
}

const OWN_COLUMNS = new Set(["device", "kind", "name", "lat", "lon", "zone", "class"]);

/** The devices of a recording; columns beyond the known ones become properties. Throws at a line that is no device. */
export async function readDevices(file: string): Promise<NewDevice[]> {
  const devices: NewDevice[] = [];
  for await (const { record, info } of csv(file)) {
    const parsed = NewDevice.safeParse(deviceOf(record));
    if (!parsed.success)
      throw new Error(
        `${file}, line ${info.lines}: ${parsed.error.issues[0]?.path.join(".")}: ${parsed.error.issues[0]?.message}`,
      );
    devices.push(parsed.data);
  }
  return devices;
}

function deviceOf(row: Record<string, string>): unknown {
  const properties = Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !OWN_COLUMNS.has(column) && value),
  );
  const { device, kind, name, lat, lon, zone, class: grade } = row;
  return {
    id: device,
    kind,
    name,
    lat: Number(lat),
    lon: Number(lon),
    ...(zone && { zone }),
    ...(grade && { class: Number(grade) }),
    properties,
  };
}

/** The readings of a recording, one at a time, however long the file is. */
export async function* readReadings(file: string): AsyncGenerator<RecordedReading | BadLine> {
  for await (const { record, info } of csv(file)) yield readingOf(record, info.lines);
}

function readingOf({ time, device, stream, value }: Record<string, string>, line: number): RecordedReading | BadLine {
  if (!time || !device || !stream || !value) return { line, problem: "time, device, stream or value is missing" };
  const at = instantOf(time);
  if (Number.isNaN(at)) return { line, problem: `"${time}" is no ISO 8601 time with an offset` };
  return { line, at, device, stream, value: Number(value) };
}
