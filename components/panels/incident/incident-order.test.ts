import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import type { Incident } from "@/lib/contract/incident";
import { openIncidents } from "./incident-order";
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

test("the worst alert names an incident: level, then what still stands, then what came first", () => {
  const alert = (id: string, over: Partial<Alert>) =>
    ({ id, level: 2, state: "raised", raisedAt: 5, ...over }) as Alert;
  const all = [alert("mild", {}), alert("ended", { level: 3, state: "cleared" }), alert("worst", { level: 3 })];
  expect(worstAlert([...all, alert("first", { level: 3, raisedAt: 1 })])?.id).toBe("first");
  expect(worstAlert(all)?.id).toBe("worst");
  expect(worstAlert([])).toBeUndefined();
});
