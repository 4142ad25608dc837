import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY } from "../base/clock";
import { AssignmentState } from "../contract/incident";
import { isOpen } from "./assignment";
import { expiryOf, keptRefusal } from "./kept-picture";

const facts = fc.record({
  now: fc.integer({ min: 0, max: 20 }),
  expiresAt: fc.integer({ min: 0, max: 20 }),
  agencyId: fc.constantFrom(null, "police"),
  incident: fc.option(
    fc.record({ open: fc.boolean(), asked: fc.array(fc.constantFrom(...AssignmentState.options), { maxLength: 3 }) }),
  ),
  mayLook: fc.boolean(),
  officer: fc.boolean(),
  reason: fc.constantFrom("", " ", "asked by a citizen"),
});

it("shows nothing that has expired, to nobody; else only to who is on its open incident, and to the officer for a reason", () => {
  fc.assert(
    fc.property(facts, (f) => {
      const works = f.agencyId === null || f.incident?.asked.some(isOpen) === true;
      const may = f.officer ? f.reason.trim() !== "" : f.mayLook && f.incident?.open === true && works;
      expect(keptRefusal(f) === null).toBe(f.now < f.expiresAt && may);
      if (f.now >= f.expiresAt) expect(keptRefusal(f)).toBe("gone");
    }),
  );
});

it("keeps thirty days where the admin has said nothing", () => {
  expect([expiryOf(1), expiryOf(1, 7)]).toEqual([1 + 30 * DAY, 1 + 7 * DAY]);
});
