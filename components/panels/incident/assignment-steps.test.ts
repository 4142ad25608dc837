import { expect, test } from "vitest";
import { type Assignment, nextSteps } from "@/lib/contract/incident";
import { testAssignment } from "@/lib/contract/test-assignment";
import { endedAt, isOpen, stopsOf } from "./assignment-steps";

const asked = testAssignment({ requestedAt: 1000 });

test("a new request shows the whole way ahead", () => {
  const stops = stopsOf(asked);
  expect(stops.map((it) => it.mark)).toEqual(["now", "ahead", "ahead", "ahead", "ahead", "ahead"]);
  expect(stops[0]).toMatchObject({ state: "requested", at: 1000, tookMs: null });
});

test("each stop knows how long it took", () => {
  const stops = stopsOf({ ...asked, state: "arrived", acceptedAt: 31_000, enRouteAt: 91_000, arrivedAt: 391_000 });
  expect(stops.map((it) => it.mark)).toEqual(["done", "done", "done", "now", "ahead"]);
  expect(stops.map((it) => it.tookMs)).toEqual([null, 30_000, 60_000, 300_000, null]);
});

test("a refused or cancelled request ends where it stopped", () => {
  const refused = stopsOf({ ...asked, state: "refused", refusedAt: 5000 });
  expect(refused.map((it) => [it.state, it.mark])).toEqual([
    ["requested", "done"],
    ["refused", "ended"],
  ]);
  const cancelled = stopsOf({ ...asked, state: "cancelled", acceptedAt: 2000, cancelledAt: 5000 });
  expect(cancelled.map((it) => it.state)).toEqual(["requested", "accepted", "cancelled"]);
  expect(cancelled.at(-1)?.tookMs).toBe(3000);
});

test("a cleared request is all done and over", () => {
  const cleared: Assignment = { ...asked, state: "cleared", acceptedAt: 2, enRouteAt: 3, arrivedAt: 4, clearedAt: 5 };
  expect(stopsOf(cleared).every((it) => it.mark === "done")).toBe(true);
  expect([isOpen(cleared), endedAt(cleared), isOpen(asked), endedAt(asked)]).toEqual([false, 5, true, null]);
});

test("what is over has no next step, and only that", () => {
  const over = Object.entries(nextSteps).filter(([, steps]) => steps.length === 0);
  expect(over.map(([state]) => state).sort()).toEqual(["cancelled", "cleared", "refused"]);
});
