import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import type { Place } from "../../base/geo";

/** One unit's part of one call, as the file has it. Times in UTC ms; null: the step is not in the file. */
export type Sent = {
  call: string;
  unit: string;
  unitType: string;
  what: string;
  /** With lights and siren: priority 3 of the file. */
  urgent: boolean;
  area: string;
  place: Place;
  received: number;
  dispatched: number;
  enRoute: number | null;
  onScene: number | null;
  available: number | null;
};

/** The file says San Francisco's wall, which was 8 hours behind UTC in those days. */
const OFFSET = "-08:00";

/** Every row of the recording, in the order in which units were dispatched. */
export async function readCalls(file: string): Promise<Sent[]> {
  const rows = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  const sent: Sent[] = [];
  for await (const row of rows as AsyncIterable<Record<string, string>>) sent.push(sentOf(row));
  return sent.sort((a, b) => a.dispatched - b.dispatched);
}

function sentOf(row: Record<string, string>): Sent {
  const at = (name: string) => (row[name] ? Date.parse(`${row[name].replace(" ", "T")}${OFFSET}`) : null);
  return {
    call: row.call ?? "",
    unit: row.unit ?? "",
    unitType: row.unit_type ?? "",
    what: row.type ?? "",
    urgent: row.priority === "3",
    area: row.area ?? "",
    place: { lat: Number(row.lat), lon: Number(row.lon) },
    received: at("received") ?? Number.NaN,
    dispatched: at("dispatched") ?? Number.NaN,
    enRoute: at("en_route"),
    onScene: at("on_scene"),
    available: at("available"),
  };
}
