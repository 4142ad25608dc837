import { expect, it } from "vitest";
import { Attention, LEFT_AFTER_MS } from "./attention";

it("tells of a look that no screen asks for any more when it was asked for last", () => {
  const attention = new Attention();
  attention.asked("left", 5000);
  attention.asked("looked at", 5000);
  for (let s = 0; s * 1000 < LEFT_AFTER_MS; s++) {
    attention.asked("looked at", 5000 + s * 1000);
    expect([...attention.left(["left", "looked at"], 5000 + s * 1000, s * 1000)]).toEqual([]);
  }
  expect([...attention.left(["left", "looked at"], 90_000, LEFT_AFTER_MS)]).toEqual([["left", 5000]]);
  attention.asked("left", 95_000);
  expect(attention.left(["left"], 95_000, LEFT_AFTER_MS + 1000).size).toBe(0);
});

it("blames no screen for a time in which the city itself stood still, and gives each its time after a restart", () => {
  const attention = new Attention();
  expect(attention.left(["a"], 0, 0).size).toBe(0);
  expect(attention.left(["a"], 600_000, 600_000).size).toBe(0);
  for (let s = 1; s < 58; s++) expect(attention.left(["a"], 0, 600_000 + s * 1000).size).toBe(0);
  expect([...attention.left(["a"], 0, 658_000)]).toEqual([["a", 0]]);
});
