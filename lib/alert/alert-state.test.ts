import { expect, it } from "vitest";
import { isFailure } from "../base/failure";
import { acknowledge, clear } from "./alert-state";

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
