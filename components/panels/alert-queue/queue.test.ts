import { describe, expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import { calmOrder, neighbour, queueOf, rowsOf, wholeQueue } from "./queue";

const alert = (id: string, level: 1 | 2 | 3 | 4, state: Alert["state"], raisedAt: number, more: Partial<Alert> = {}) =>
  ({ id, level, state, raisedAt, hazard: "flood", clearedAt: null, ...more }) as Alert;
const ids = (alerts: Alert[]) => alerts.map((it) => it.id);

describe("queueOf", () => {
  const alerts = [
    alert("seen-4", 4, "acknowledged", 1),
    alert("old-2", 2, "raised", 1),
    alert("new-2", 2, "raised", 5),
    alert("ended", 4, "cleared", 1, { clearedAt: 9 }),
    alert("new-4", 4, "raised", 1),
  ];
  test("worst first, then unseen, then newest", () => {
    expect(ids(queueOf(alerts, wholeQueue))).toEqual(["new-4", "seen-4", "new-2", "old-2"]);
  });
  test("filters by state, level and hazard", () => {
    expect(ids(queueOf(alerts, { ...wholeQueue, state: "raised" }))).toEqual(["new-4", "new-2", "old-2"]);
    expect(ids(queueOf(alerts, { ...wholeQueue, state: "ended" }))).toEqual(["ended"]);
    expect(ids(queueOf(alerts, { ...wholeQueue, level: 3 }))).toEqual(["new-4", "seen-4"]);
    expect(queueOf(alerts, { ...wholeQueue, hazard: "heat" })).toEqual([]);
  });
});

test("a group is one row with a count, until it is opened", () => {
  const alerts = [
    alert("worst", 4, "raised", 1, { groupId: "g" }),
    alert("lone", 3, "raised", 1, { groupId: "lone" }),
    alert("mild", 2, "raised", 1, { groupId: "g" }),
  ];
  expect(rowsOf(alerts, new Set()).map((r) => [r.id, r.more])).toEqual([
    ["worst", 1],
    ["lone", 0],
  ]);
  expect(rowsOf(alerts, new Set(["g"])).map((r) => [r.id, r.more])).toEqual([
    ["worst", 1],
    ["mild", 0],
    ["lone", 0],
  ]);
});

describe("calmOrder", () => {
  test("a held list keeps its order and says how many wait", () => {
    expect(calmOrder(["a", "b"], ["new", "b", "a"], true)).toEqual({ ids: ["a", "b"], waiting: 1 });
  });
  test("what ended stays in its place while the list is held", () => {
    expect(calmOrder(["a", "b"], ["b"], true).ids).toEqual(["a", "b"]);
    expect(calmOrder(["a", "b"], ["b"], false).ids).toEqual(["b"]);
  });
  test("the same order keeps its identity", () => {
    const shown = ["a", "b"];
    expect(calmOrder(shown, ["a", "b"], false).ids).toBe(shown);
  });
});

test("the next alert stops at the ends and starts at the worst", () => {
  expect(neighbour(["a", "b"], null, 1)).toBe("a");
  expect(neighbour(["a", "b"], "b", 1)).toBe("b");
  expect(neighbour(["a", "b"], "b", -1)).toBe("a");
  expect(neighbour(["a", "b"], "gone", -1)).toBe("a");
  expect(neighbour([], null, 1)).toBeNull();
});
