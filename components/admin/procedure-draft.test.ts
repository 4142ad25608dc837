import { expect, test } from "vitest";
import { firstProcedures } from "@/lib/contract/first-procedures";
import { draftOf, newProcedure, proceduresOf } from "./procedure-draft";

test("procedures that nobody touched come back, sorted", () => {
  const written = proceduresOf(draftOf(firstProcedures));
  expect("procedures" in written && [...written.procedures].map((p) => p.hazard)).toEqual(
    firstProcedures.map((p) => p.hazard).sort(),
  );
});

test("what lacks words or shares its level is named", () => {
  const drafts = draftOf(firstProcedures);
  const added = newProcedure(drafts, "flood", "new-1");
  expect(added?.level).toBe(2);
  expect(added && proceduresOf([...drafts, added])).toEqual({ faulty: ["new-1"] });
  const [first, ...rest] = drafts;
  expect(first && proceduresOf([{ ...first, level: 3 }, ...rest])).toMatchObject({ faulty: [expect.any(String)] });
  expect(
    newProcedure(draftOf([1, 2, 3, 4].map((level) => ({ ...drafts[0], level }) as never)), "flood", "x"),
  ).toBeNull();
});
