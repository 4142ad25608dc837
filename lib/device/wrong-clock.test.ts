import { expect, onTestFinished, test } from "vitest";
import { HOUR, wallClock } from "../base/clock";
import { createFieldDevice } from "./field-device";
import { testDoor } from "./test-door";

const KEY = "a key";
const keys = () => KEY;
const behind = { now: () => Date.now() - 7 * HOUR };

test("a device whose clock is hours off gets in at its second try and stamps by the city's clock", async () => {
  const cityNow = () => Date.parse("2022-08-08T20:00:00+09:00");
  const { url, taken, tries } = await testDoor({ keys, cityNow });
  const device = createFieldDevice({ url, deviceId: "d1", key: KEY, clock: behind });
  onTestFinished(() => device.close(0));
  device.send([{ stream: "water-level", value: 1 }]);
  await device.flushed();
  expect(tries).toHaveLength(2);
  // sent before the line stood: by what the city said at its welcome, and not by the wall or the device
  expect(Math.abs(Number(taken[0]?.reading.at) - cityNow())).toBeLessThan(HOUR);
});

test("a time that nobody who knows the key has proved is not believed", async () => {
  const { url, tries } = await testDoor({ keys, tamper: (time) => ({ ...time, serverTime: Date.now() + 1 }) });
  const refusals: string[] = [];
  const device = createFieldDevice({ url, deviceId: "d1", key: KEY, clock: behind, random: () => 0, onProblem });
  let twice = () => {};
  const seen = new Promise<void>((resolve) => {
    twice = resolve;
  });
  function onProblem({ code }: { code: string }) {
    refusals.push(code);
    if (refusals.length === 2) twice();
  }
  await seen;
  await device.close(0);
  const stamps = tries.map((auth) => Date.now() - Number(auth.ts));
  expect(refusals).toEqual(["unauthorized", "unauthorized"]);
  for (const off of stamps) expect(off).toBeGreaterThan(6 * HOUR);
});

test("a wire's serverTime keeps the clock right: every keep-alive is answered with it", async () => {
  const city = { ahead: 0 };
  const { url, taken } = await testDoor({ keys, cityNow: () => Date.now() + city.ahead });
  const device = createFieldDevice({ url, deviceId: "d1", key: KEY, clock: wallClock, keepAliveMs: 5 });
  onTestFinished(() => device.close(0));
  await device.flushed();
  city.ahead = 3 * HOUR;
  do {
    device.send([{ stream: "water-level", value: 1 }]);
    await device.flushed();
  } while (Number(taken.at(-1)?.reading.at) < Date.now() + 2 * HOUR);
  expect(Number(taken.at(-1)?.reading.at)).toBeLessThan(Date.now() + 4 * HOUR);
});
