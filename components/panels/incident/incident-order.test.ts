import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import type { Assignment, Incident } from "@/lib/contract/incident";
import { longestWait, openIncidents } from "./incident-order";
import { worstAlert } from "./worst-alert";

const incident = (id: string, over: Partial<Incident> = {}) =>
  ({ id, state: "open", level: 2, openedAt: 0, assignments: [], ...over }) as Incident;

test("open incidents: the worst first, of those the newest", () => {
  const all = [incident("old"), incident("new", { openedAt: 9 }), incident("worst", { level: 4 })];
  expect(openIncidents([...all, incident("over", { state: "closed" })]).map((it) => it.id)).toEqual([
    "worst",
    "new",
    "old",
  ]);
});

test("the longest wait counts unanswered requests only", () => {
  const asked = (requestedAt: number, state = "requested") => ({ requestedAt, state }) as Assignment;
  const assignments = [asked(1000), asked(3000), asked(0, "accepted")];
  expect(longestWait(incident("i", { assignments }), 5000)).toEqual({ count: 2, ms: 4000 });
  expect(longestWait(incident("i"), 5000)).toBeNull();
});

test("the worst alert names an incident: level, then what still stands, then what came first", () => {
  const alert = (id: string, over: Partial<Alert>) =>
    ({ id, level: 2, state: "raised", raisedAt: 5, ...over }) as Alert;
  const all = [alert("mild", {}), alert("ended", { level: 3, state: "cleared" }), alert("worst", { level: 3 })];
  expect(worstAlert([...all, alert("first", { level: 3, raisedAt: 1 })])?.id).toBe("first");
  expect(worstAlert(all)?.id).toBe("worst");
  expect(worstAlert([])).toBeUndefined();
});
