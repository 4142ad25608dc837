import { expect, test } from "vitest";
import { RefusalLines } from "./refusals";

test("a line says what was refused since the last one, and there is none where nothing was", () => {
  const lines = new RefusalLines();
  const readings = new Map([["bad-time", 3]]);
  const frames = new Map<string, number>();
  const devices = [{ deviceId: "loud", count: 3 }];
  expect(lines.next({ readings, frames, devices })).toEqual({
    readings: { "bad-time": 3 },
    frames: {},
    devices: { loud: 3 },
  });
  expect(lines.next({ readings, frames, devices })).toBeNull();
  readings.set("bad-time", 5);
  frames.set("busy", 1);
  expect(lines.next({ readings, frames, devices })).toMatchObject({ readings: { "bad-time": 2 }, frames: { busy: 1 } });
});
