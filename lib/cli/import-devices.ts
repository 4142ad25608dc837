import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { checkNewDevice, enrollAll } from "../api/enroll-device";
import { Failure } from "../base/failure";
import { NewDevice } from "../contract/device";
import type { CliCity } from "./open-city";
import { parsed } from "./parsed";

/** Devices in one transaction: short enough that a running city's readings do not wait. */
const CHUNK = 200;

/** Adds the good lines of a devices.csv and tells the bad ones; a device that exists already is left as it is. */
export async function importDevices(city: CliCity, file: string): Promise<void> {
  const { terminal, store } = city;
  const { good, refused } = await readLines(city, readFileSync(file, "utf8"));
  let added = 0;
  for (let i = 0; i < good.length; i += CHUNK) {
    const keys = await store.write(async (tx) => {
      const made = await enrollAll(tx, city, city.actor, good.slice(i, i + CHUNK));
      if (made.size > 0) await city.announce(tx);
      return made;
    });
    for (const [id, key] of keys) terminal.out(`${id},${key}`);
    added += keys.size;
  }
  terminal.err(`${added} devices added, ${good.length - added} were there already, ${refused} lines refused.`);
  if (refused > 0) terminal.fail();
}

async function readLines(city: CliCity, text: string): Promise<{ good: NewDevice[]; refused: number }> {
  const options = {
    columns: true,
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  } as const;
  const records = parse(text, options) as unknown as { info: { lines: number }; record: Record<string, string> }[];
  const good = new Map<string, NewDevice>();
  for (const { info, record } of records) {
    try {
      const device = parsed(NewDevice, deviceOf(record));
      await checkNewDevice(city, device);
      if (good.has(device.id))
        throw new Failure("conflict", `device "${device.id}" is in this file twice; the first counts.`);
      good.set(device.id, device);
    } catch (error) {
      city.terminal.err(`line ${info.lines}: ${error instanceof Failure ? error.message : String(error)}`);
    }
  }
  return { good: [...good.values()], refused: records.length - good.size };
}

/** A row of devices.csv; columns that the format does not name become properties. */
function deviceOf({ device, kind, name, lat, lon, zone, class: level, ...rest }: Record<string, string>): unknown {
  const properties = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  const number = (text: string | undefined) => (text ? Number(text) : undefined);
  return {
    id: device,
    kind,
    name: name || device,
    lat: number(lat),
    lon: number(lon),
    zone: zone || undefined,
    class: number(level),
    properties,
  };
}
