import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Place } from "../../base/geo";
import { readCalls } from "./calls";
import { replay } from "./replay";
import { reportOf } from "./report";

export type Asked = {
  /** The folder of the recordings. */
  data: string;
  /** The first n rows. */
  rows: number;
  /** A CSV `unit,lat,lon` of where units wait, if somebody has one: the file does not say it. */
  stations?: string;
};

/** Replays sf-fire-dispatch through the verbs, and says how its times and its choices compare. */
export async function evaluateDispatch(asked: Asked, tell: (line: string) => void): Promise<string> {
  const file = join(asked.data, "sf-fire-dispatch/calls.csv.gz");
  if (!existsSync(file)) throw new Error(`${file} is absent. Name the folder of the recordings with --data.`);
  const rows = (await readCalls(file)).slice(0, asked.rows);
  const began = performance.now();
  const replayed = await replay(rows, tell, asked.stations ? readStations(asked.stations) : undefined);
  return reportOf(replayed, rows, (performance.now() - began) / 1000);
}

const Row = z.object({ unit: z.string().min(1), lat: z.coerce.number(), lon: z.coerce.number() });

function readStations(file: string): Map<string, Place> {
  const rows = z.array(Row).parse(parse(readFileSync(file), { columns: true }));
  return new Map(rows.map(({ unit, lat, lon }) => [unit, { lat, lon }]));
}
