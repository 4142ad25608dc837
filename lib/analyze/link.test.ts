import { expect, it } from "vitest";
import { linkOf } from "./link";

it("is late after one and a half keep-alives and offline after three", () => {
  expect(linkOf(null, 1000, 0)).toBe("never");
  expect(linkOf(0, 1000, 1500)).toBe("fresh");
  expect(linkOf(0, 1000, 1501)).toBe("late");
  expect(linkOf(0, 1000, 3000)).toBe("late");
  expect(linkOf(0, 1000, 3001)).toBe("offline");
});

it("takes a device whose clock is ahead for fresh", () => {
  expect(linkOf(5000, 1000, 0)).toBe("fresh");
});
