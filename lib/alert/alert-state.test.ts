import { expect, it } from "vitest";
import { isFailure } from "../base/failure";
import type { Alert } from "../contract/alert";
import { acknowledge, clear, joined, moveTo } from "./alert-state";

it("acknowledges what is raised, once", () => {
  expect(acknowledge({ state: "raised" })).toBe("acknowledged");
  for (const state of ["acknowledged", "cleared"] as const)
    expect(acknowledge({ state })).toMatchObject({ code: "conflict" });
});

it("clears what stands, acknowledged or not, once", () => {
  for (const state of ["raised", "acknowledged"] as const)
    expect(clear({ state, raisedAt: 5 }, 5)).toEqual({ state: "cleared", clearedAt: 5 });
  expect(isFailure(clear({ state: "cleared", raisedAt: 5 }, 9))).toBe(true);
});

it("never clears before it was raised", () => {
  expect(clear({ state: "raised", raisedAt: 5 }, 4)).toMatchObject({ code: "conflict" });
});

const none = { clearedAt: null, clearedValue: null, acknowledgedAt: null, acknowledgedBy: null, note: null };
const raised = { id: "a", level: 2, state: "raised", ...none } as Alert;
const seen: Alert = { ...raised, state: "acknowledged", acknowledgedAt: 5, acknowledgedBy: "Kim" };

it("has to be seen again when it rises, and not when it falls", () => {
  const risen = moveTo(seen, { at: 9, level: 3, value: 1 });
  expect(risen).toMatchObject({ level: 3, state: "raised", acknowledgedAt: null });
  expect(moveTo({ ...risen, state: "acknowledged" }, { at: 10, level: 2, value: 1 })).toMatchObject({
    level: 2,
    state: "acknowledged",
    levels: [
      { from: 2, level: 3 },
      { from: 3, level: 2 },
    ],
  });
});

it("joins what a verb and the river made of one alert at the same time", () => {
  const risen = moveTo(raised, { at: 9, level: 3, value: 1 });
  const cleared: Alert = { ...raised, state: "cleared", clearedAt: 12, clearedValue: 0 };
  // acknowledged before it rose: to be seen again; acknowledged after: seen
  expect(joined(seen, risen)).toMatchObject({ level: 3, state: "raised", acknowledgedAt: null });
  expect(joined({ ...risen, ...none, state: "acknowledged" }, risen)).toMatchObject({
    level: 3,
    state: "acknowledged",
  });
  expect(joined(seen, cleared)).toMatchObject({ state: "cleared", clearedAt: 12, acknowledgedBy: "Kim" });
  expect(joined(seen, undefined)).toBe(seen);
});
