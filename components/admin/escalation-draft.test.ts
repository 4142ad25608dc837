import { expect, test } from "vitest";
import { firstPolicy } from "@/lib/contract/escalation";
import { draftOf, newStep, policyOf } from "./escalation-draft";

test("a policy that nobody touched comes back as it was", () => {
  expect(policyOf(draftOf(firstPolicy))).toEqual({ policy: firstPolicy });
});

test("minutes that are none, or do not grow, are named by their level", () => {
  const draft = draftOf(firstPolicy);
  expect(policyOf({ ...draft, 1: [newStep("")] })).toEqual({ faulty: [1] });
  expect(policyOf({ ...draft, 3: [newStep("10"), newStep("10", "lead")], 4: [newStep("soon")] })).toEqual({
    faulty: [3, 4],
  });
  expect(policyOf({ ...draft, 1: [newStep("2,5")] })).toMatchObject({ policy: { 1: [{ afterMin: 2.5, to: "desk" }] } });
});
