import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ValueDelta } from "../contract/live";
import { ValueThrottle } from "./throttle";

/** A throttle on a clock of its own; sending takes `costMs`. */
function throttled(costMs: number) {
  vi.useFakeTimers({ now: 0 });
  let spent = 0;
  const steady = () => Date.now() + spent;
  const sent: { at: number; values: ValueDelta[] }[] = [];
  const throttle = new ValueThrottle({
    steady,
    send: (values) => {
      sent.push({ at: steady(), values });
      spent += costMs;
    },
  });
  return { throttle, sent, steady };
}
const say = (stream: number, value: number): [number, ValueDelta] => [stream, [`d${stream}`, "s", value, value]];

test("a lone value goes at once; what follows too soon waits, the newest of it", () => {
  const { throttle, sent } = throttled(0);
  throttle.offer([say(1, 1)]);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(20);
  throttle.offer([say(1, 2)]);
  throttle.offer([say(1, 3)]);
  throttle.offer([say(2, 1)]);
  expect(sent.at(-1)?.values).toEqual([say(2, 1)[1]]);
  vi.advanceTimersByTime(200);
  expect(sent.map((s) => s.values)).toEqual([[say(1, 1)[1]], [say(2, 1)[1]], [say(1, 3)[1]]]);
  vi.useRealTimers();
});

test("the newest value of each stream arrives, never an older one after it, no stream oftener than ten times a second", () => {
  const offers = fc.array(fc.record({ after: fc.nat(60), stream: fc.nat(4) }), { maxLength: 200 });
  fc.assert(
    fc.property(offers, fc.constantFrom(0, 0.3, 4), (given, costMs) => {
      const { throttle, sent } = throttled(costMs);
      const newest = new Map<string, number>();
      given.forEach(({ after, stream }, i) => {
        vi.advanceTimersByTime(after);
        throttle.offer([say(stream, i)]);
        newest.set(`d${stream}`, i);
      });
      vi.advanceTimersByTime(1000);
      const seen = new Map<string, { at: number; value: number }>();
      for (const { at, values } of sent)
        for (const [id, , , value] of values) {
          const before = seen.get(id) ?? { at: Number.NEGATIVE_INFINITY, value: -1 };
          expect(value).toBeGreaterThan(before.value);
          expect(at - before.at).toBeGreaterThanOrEqual(100);
          seen.set(id, { at, value });
        }
      expect(new Map([...seen].map(([id, { value }]) => [id, value]))).toEqual(newest);
      vi.useRealTimers();
    }),
  );
});

test("the more a message costs, the more streams go in one", () => {
  const messages = [0.1, 5].map((costMs) => {
    const { throttle, sent } = throttled(costMs);
    for (let i = 0; i < 1000; i++) {
      throttle.offer([say(i, i)]);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(sent.flatMap((s) => s.values)).toHaveLength(1000);
    return sent.length;
  });
  expect(messages[0]).toBeGreaterThan(450);
  expect(messages[1]).toBeLessThan(40);
});
