import { expect, test } from "vitest";
import type { Deadline } from "@/lib/contract/deadline";
import type { Assignment, Incident } from "@/lib/contract/incident";
import { testAssignment } from "@/lib/contract/test-assignment";
import { undoneOf } from "./undone";

const incident = (...assignments: Assignment[]) =>
  ({ id: "i1", state: "open", openedAt: 100, assignments }) as unknown as Incident;
const due = (step: Deadline["step"], dueAt: number): Deadline => ({
  ...{ step, dueAt, level: 4, state: "open", endedAt: null, missedAt: null, escalations: [] },
});

test("says what has not happened, step by step, until somebody is there", () => {
  const steps: [Partial<Assignment>, string | undefined][] = [
    [{}, "received"],
    [{ receivedAt: 1 }, "answered"],
    [{ receivedAt: 1, state: "accepted" }, "en-route"],
    [{ receivedAt: 1, state: "en-route" }, "arrived"],
    [{ receivedAt: 1, state: "arrived", arrivedAt: 5 }, undefined],
    [{ receivedAt: 1, state: "cleared", arrivedAt: 5, clearedAt: 9 }, undefined],
  ];
  for (const [more, missing] of steps) expect(undoneOf(incident(testAssignment(more)), 500)?.missing).toBe(missing);
});

test("nobody asked is said since the opening, or since the last refusal", () => {
  expect(undoneOf(incident(), 500)).toEqual({
    missing: "asked",
    agencyId: null,
    since: 100,
    overdueMs: null,
    farM: null,
  });
  const refused = testAssignment({ state: "refused", refusedAt: 300 });
  expect(undoneOf(incident(refused), 500)).toMatchObject({ missing: "asked", since: 300 });
});

test("who says to be there and is somewhere else is not there", () => {
  const elsewhere = testAssignment({ state: "arrived", receivedAt: 1, arrivedAt: 400, farM: 3200 });
  expect(undoneOf(incident(elsewhere), 500)).toMatchObject({ missing: "far", farM: 3200, since: 400 });
});

test("what is longest over its deadline comes first, then what is awaited longest", () => {
  const police = testAssignment({ agencyId: "police", requestedAt: 200, deadlines: [due("received", 400)] });
  const fire = testAssignment({ agencyId: "fire", requestedAt: 150, deadlines: [due("received", 600)] });
  expect(undoneOf(incident(fire, police), 450)).toMatchObject({ agencyId: "police", overdueMs: 50 });
  expect(undoneOf(incident(police, fire), 350)).toMatchObject({ agencyId: "fire", overdueMs: null });
});
