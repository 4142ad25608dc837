import { expect, it } from "vitest";
import { linkOf } from "./link";

it("is late after one and a half keep-alives and offline after three", () => {
  expect(linkOf(null, 1000)).toBe("never");
  expect(linkOf(1500, 1000)).toBe("fresh");
  expect(linkOf(1501, 1000)).toBe("late");
  expect(linkOf(3000, 1000)).toBe("late");
  expect(linkOf(3001, 1000)).toBe("offline");
});
