import { expect, test } from "vitest";
import { sharedAnswer } from "./shared-answer";

test("asks once while the answer is new, again when it is old, and at once after a refusal", async () => {
  let now = 0;
  let asked = 0;
  let fails = false;
  const answer = sharedAnswer(
    100,
    async () => {
      asked += 1;
      if (fails) throw new Error("silent");
      return asked;
    },
    () => now,
  );
  expect(await Promise.all([answer(), answer()])).toEqual([1, 1]);
  now = 100;
  expect(await answer()).toBe(2);
  now = 200;
  fails = true;
  await expect(answer()).rejects.toThrow("silent");
  fails = false;
  expect(await answer()).toBe(4);
});
