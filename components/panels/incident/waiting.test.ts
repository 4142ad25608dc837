import { expect, test } from "vitest";
import type { Deadline } from "@/lib/contract/deadline";
import { testAssignment } from "@/lib/contract/test-assignment";
import { clockOf, loudnessOf, SOON_MS, stopwatch } from "./waiting";

test.each([
  [0, "00:00"],
  [134_999, "02:14"],
  [3_734_000, "1:02:14"],
  [-5, "00:00"],
])("%i ms reads %s", (ms, text) => {
  expect(stopwatch(ms)).toBe(text);
});

test("a request grows louder as its deadline comes and goes; one without a deadline stays calm", () => {
  expect(loudnessOf(null)).toBe("new");
  expect(loudnessOf(SOON_MS + 1)).toBe("new");
  expect(loudnessOf(SOON_MS)).toBe("waiting");
  expect(loudnessOf(0)).toBe("overdue");
});

test("the clock is that of the first step that is owed, also where it is no state; none once nothing is owed", () => {
  const due = (step: Deadline["step"], dueAt: number, state: Deadline["state"] = "open"): Deadline => ({
    ...{ step, dueAt, state, level: 4, endedAt: null, missedAt: null, escalations: [] },
  });
  const deadlines = [due("received", 100, "met"), due("unit", 200_000), due("arrived", 900_000)];
  const accepted = testAssignment({ state: "accepted", receivedAt: 50, acceptedAt: 60, deadlines });
  expect(clockOf(accepted, 1000)).toEqual({ step: "unit", leftMs: 199_000, waitedMs: 1000, loudness: "new" });
  expect(clockOf(accepted, 200_001)?.loudness).toBe("overdue");
  expect(clockOf(testAssignment({ state: "accepted", receivedAt: 50 }), 1000)).toMatchObject({
    step: "en-route",
    leftMs: null,
  });
  expect(clockOf(testAssignment({ state: "arrived", arrivedAt: 5 }), 1000)).toBeNull();
});
