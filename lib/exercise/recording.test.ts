import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readDevices, readReadings } from "./recording";

const dir = mkdtempSync(join(tmpdir(), "haechi-recording-"));
const written = (name: string, content: string | Buffer) => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
const READINGS = `time,device,stream,value,unit
2022-08-10T06:40:00+09:00,jamsu,water-level,9.7,m
2022-08-10T06:40:00,jamsu,water-level,9.7,m
2022-08-10T06:50:00+09:00,jamsu,water-level,,m
2022-08-10T06:50:00+09:00,jamsu,water-level,wet,m
2022-08-10T06:50:00+09:00,jamsu
`;

test.each([
  ["plain", "readings.csv", Buffer.from(READINGS)],
  ["gzipped", "readings.csv.gz", gzipSync(READINGS)],
])("reads %s rows, and names the line of each that cannot be sent", async (_, name, content) => {
  const rows = [];
  for await (const row of readReadings(written(name, content))) rows.push(row);
  expect(rows[0]).toEqual({
    line: 2,
    at: Date.parse("2022-08-10T06:40:00+09:00"),
    device: "jamsu",
    stream: "water-level",
    value: 9.7,
  });
  expect(rows.filter((row) => "problem" in row).map((row) => row.line)).toEqual([3, 4, 6]);
  expect(rows[3]).toMatchObject({ line: 5, value: Number.NaN });
});

test("reads devices, and keeps columns of a kind as properties", async () => {
  const file = written(
    "devices.csv",
    "device,kind,name,lat,lon,zone,class,cameras\nc1,cctv,Corner,37.5,127,street,2,4\n",
  );
  expect(await readDevices(file)).toEqual([
    {
      id: "c1",
      kind: "cctv",
      name: "Corner",
      lat: 37.5,
      lon: 127,
      zone: "street",
      class: 2,
      properties: { cameras: "4" },
    },
  ]);
});

test("a line that is no device is named", async () => {
  const file = written("bad.csv", "device,kind,name,lat,lon,zone,class\nc1,cctv,Corner,north,127,street,2\n");
  await expect(readDevices(file)).rejects.toThrow(/line 2: lat/);
});

test("a file that is not there fails", async () => {
  await expect(readDevices(join(dir, "none.csv"))).rejects.toThrow(/ENOENT/);
});
