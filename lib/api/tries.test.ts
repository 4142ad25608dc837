import fc from "fast-check";
import { expect, it } from "vitest";
import { Tries } from "./tries";

it("tells the first try at once and those that follow within the window together, with the last of them", () => {
  const tries = new Tries<string>(60_000);
  expect([tries.first("a", "1", 0), tries.first("a", "2", 10), tries.first("b", "3", 20)]).toEqual([true, false, true]);
  expect(tries.first("a", "4", 59_000)).toBe(false);
  expect(tries.due(59_999)).toEqual([]);
  expect(tries.due(60_000)).toEqual([{ what: "4", times: 2 }]);
  expect(tries.due(90_000)).toEqual([]);
  expect(tries.first("a", "5", 90_000)).toBe(true);
});

it("leaves out no try, whoever tries when, and however many names are made up", () => {
  const step = fc.tuple(fc.nat(12_000), fc.nat(100_000));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const tries = new Tries<number>(60_000);
      let [now, told] = [0, 0];
      for (const [key, ms] of steps) {
        now += ms;
        if (tries.first(String(key % 7), key, now)) told++;
        told += tries.due(now).reduce((sum, { times }) => sum + times, 0);
      }
      told += tries.due(Number.POSITIVE_INFINITY).reduce((sum, { times }) => sum + times, 0);
      expect(told).toBe(steps.length);
    }),
  );
  const many = new Tries<number>(60_000);
  let told = 0;
  for (let i = 0; i < 12_000; i++) if (many.first(`name ${i % 6000}`, i, 0)) told++;
  expect(told + many.due(60_000).reduce((sum, { times }) => sum + times, 0)).toBe(12_000);
});
