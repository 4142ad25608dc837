import fc from "fast-check";
import { expect, it } from "vitest";
import { firstProcedures } from "./first-procedures";
import { Procedures, proceduresFor, STEP_DONE, STEP_UNDONE, ticksOf } from "./procedure";

const entry = (id: number, kind: string, stepId: unknown) => ({
  id,
  incidentId: "i",
  at: id,
  actor: `person ${id}`,
  kind,
  detail: { stepId },
});

it("takes what every city starts with", () => {
  expect(Procedures.parse(firstProcedures)).toEqual(firstProcedures);
  expect(Procedures.safeParse([...firstProcedures, firstProcedures[0]]).success).toBe(false);
});

it("gives an incident that rises more steps, and never fewer", () => {
  const steps = (level: 1 | 2 | 3 | 4) =>
    proceduresFor(firstProcedures, { hazard: "flood", level }).map((p) => p.level);
  expect([steps(1), steps(2), steps(3), steps(4)]).toEqual([[1], [1], [1, 3], [1, 3, 4]]);
});

it("says of each step what was said of it last", () => {
  const said = fc.record({ kind: fc.constantFrom(STEP_DONE, STEP_UNDONE, "note"), step: fc.constantFrom("a", "b", 7) });
  fc.assert(
    fc.property(fc.array(said), (lines) => {
      const timeline = lines.map(({ kind, step }, i) => entry(i, kind, step));
      const ticks = ticksOf(timeline);
      for (const step of ["a", "b"]) {
        const last = timeline.findLast((e) => e.detail.stepId === step && e.kind !== "note");
        expect(ticks.get(step)).toEqual(last?.kind === STEP_DONE ? last : undefined);
      }
      expect(ticks.has(7 as never)).toBe(false);
    }),
    { numRuns: 60 },
  );
});
