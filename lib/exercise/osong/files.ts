import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { osongDevices, osongReadings } from "./story";

/** Writes the story as a recording, `devices.csv` and `readings.csv`, into a folder that is there. */
export function writeOsong(folder: string): { devices: string; readings: string } {
  const devices = join(folder, "devices.csv");
  const readings = join(folder, "readings.csv");
  const rowsOf = (head: string, rows: readonly (string | number)[][]) =>
    `${[head, ...rows.map((row) => row.join())].join("\n")}\n`;
  writeFileSync(
    devices,
    rowsOf(
      "device,kind,name,lat,lon,zone,class,exercise",
      osongDevices.map((d) => [d.id, d.kind, d.name, d.lat, d.lon, d.zone, d.class, "osong"]),
    ),
  );
  writeFileSync(
    readings,
    rowsOf(
      "time,device,stream,value",
      osongReadings().map((r) => [new Date(r.at).toISOString(), r.device, r.stream, r.value]),
    ),
  );
  return { devices, readings };
}
