import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { kinds } from "../../kinds/index";
import { readDevices, readReadings } from "../recording";
import { writeOsong } from "./files";
import { osong, osongDevices, osongReadings } from "./story";

it("is a recording like any other: what is written is what is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "haechi-osong-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { devices, readings } = writeOsong(folder);
  expect(await readDevices(devices)).toEqual(osongDevices);
  const read = [];
  for await (const row of readReadings(readings)) read.push(row);
  expect(read.map((row) => ({ ...row, line: 0 }))).toEqual(osongReadings().map((row) => ({ ...row, line: 0 })));
});

it("keeps the underpass dry until the bank breaks, and deep at the minute it flooded; every value within its kind's range", () => {
  const depth = new Map(
    osongReadings()
      .filter((r) => r.device === "osong-underpass-2")
      .map((r) => [r.at, r.value]),
  );
  for (const [now, value] of depth) expect(value === 0).toBe(now <= osong.bankBreaks);
  expect(depth.get(osong.flooded)).toBeGreaterThan(1500);
  const kindOf = new Map(osongDevices.map((d) => [d.id, kinds.get(d.kind)]));
  for (const { device, stream, value } of osongReadings()) {
    const spec = kindOf.get(device)?.streams.find((s) => s.name === stream);
    expect(spec && value >= spec.min && value <= spec.max).toBe(true);
  }
});
