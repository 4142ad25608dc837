import { expect, test } from "vitest";
import type { Assignment, Incident } from "@/lib/contract/incident";
import { orderJobs } from "./order-assignments";

const asked = (id: string, over: Partial<Assignment> = {}) =>
  ({ id, agencyId: "police", state: "requested", requestedAt: 0, ...over }) as Assignment;
const incident = (id: string, level: number, ...assignments: Assignment[]) => ({ id, level, assignments }) as Incident;
const ids = (jobs: { assignment: Assignment }[]) => jobs.map((it) => it.assignment.id);

test("the most severe request comes first, of those the one that waits longest; the other agency's are not there", () => {
  const jobs = orderJobs(
    [
      incident("a", 2, asked("mild-old", { requestedAt: 1 })),
      incident("b", 4, asked("worst-new", { requestedAt: 9 }), asked("worst-old", { requestedAt: 5 })),
      incident("c", 4, asked("fire", { agencyId: "fire" }), asked("going", { state: "en-route" })),
    ],
    "police",
    0,
  );
  expect(ids(jobs.incoming)).toEqual(["worst-old", "worst-new", "mild-old"]);
  expect(ids(jobs.running)).toEqual(["going"]);
});

test("the history is the day's, newest first, by the time that it ended", () => {
  const over = [
    asked("yesterday", { state: "cleared", clearedAt: 99 }),
    asked("refused", { state: "refused", refusedAt: 150 }),
    asked("cleared", { state: "cleared", clearedAt: 300 }),
    asked("cancelled", { state: "cancelled", cancelledAt: 100 }),
  ];
  expect(ids(orderJobs([incident("a", 1, ...over)], "police", 100).ended)).toEqual(["cleared", "refused", "cancelled"]);
});
