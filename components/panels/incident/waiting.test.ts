import { expect, test } from "vitest";
import { loudnessOf, OVERDUE_AFTER_MS, stopwatch, WAITING_AFTER_MS, waitedMs } from "./waiting";

test.each([
  [0, "00:00"],
  [134_999, "02:14"],
  [3_734_000, "1:02:14"],
  [-5, "00:00"],
])("%i ms reads %s", (ms, text) => {
  expect(stopwatch(ms)).toBe(text);
});

test("a request grows louder while nobody answers", () => {
  expect(loudnessOf(0)).toBe("new");
  expect(loudnessOf(WAITING_AFTER_MS)).toBe("waiting");
  expect(loudnessOf(OVERDUE_AFTER_MS - 1)).toBe("waiting");
  expect(loudnessOf(OVERDUE_AFTER_MS)).toBe("overdue");
});

test("only an unanswered request waits, and a clock a little behind does not count backwards", () => {
  const asked = { state: "requested", requestedAt: 1000 } as Parameters<typeof waitedMs>[0];
  expect(waitedMs(asked, 4000)).toBe(3000);
  expect(waitedMs(asked, 900)).toBe(0);
  expect(waitedMs({ ...asked, state: "accepted" }, 4000)).toBeNull();
});
