import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFailure } from "../base/failure";
import { AssignmentState, AssignmentStep } from "../contract/incident";
import { isOpen, nextAssignment, type Step, stepsFrom } from "./assignment";

const states = AssignmentState.options;
const steps: Step[] = [...AssignmentStep.options, "cancel"];
const legal: Record<string, string> = {
  "requested accept": "accepted acceptedAt",
  "requested refuse": "refused refusedAt",
  "requested cancel": "cancelled cancelledAt",
  "accepted en-route": "en-route enRouteAt",
  "accepted cancel": "cancelled cancelledAt",
  "en-route arrive": "arrived arrivedAt",
  "en-route cancel": "cancelled cancelledAt",
  "arrived clear": "cleared clearedAt",
};

describe("an assignment", () => {
  for (const state of states)
    for (const step of steps)
      it(`${state}, ${step}: ${legal[`${state} ${step}`] ?? "refused"}`, () => {
        const next = nextAssignment(state, step, { reason: "road closed" });
        const said = isFailure(next) ? undefined : `${next.state} ${next.timeField}`;
        expect(said).toBe(legal[`${state} ${step}`]);
        if (isFailure(next)) expect(next.code).toBe("conflict");
      });

  it("asks for a reason to refuse or to cancel", () => {
    for (const step of ["refuse", "cancel"] as const)
      for (const reason of [undefined, "", "  "])
        expect(nextAssignment("requested", step, { reason })).toMatchObject({ code: "invalid" });
  });

  it("takes a unit with the acceptance only", () => {
    expect(nextAssignment("requested", "accept", { unitId: "u1" })).toMatchObject({ state: "accepted" });
    expect(nextAssignment("accepted", "en-route", { unitId: "u1" })).toMatchObject({ code: "invalid" });
  });

  it("never leaves an end, never sets a time twice, whatever is tried", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), (tried) => {
        let state: AssignmentState = "requested";
        const set: string[] = [];
        for (const step of tried) {
          const next = nextAssignment(state, step, { reason: "x" });
          if (isFailure(next)) continue;
          expect(isOpen(state)).toBe(true);
          expect(stepsFrom(state)).toContain(step);
          expect(set).not.toContain(next.timeField);
          set.push(next.timeField);
          state = next.state;
        }
      }),
    );
  });
});
