import { expect, test } from "vitest";
import { agePart, clockText, momentText } from "./city-time";

const at = Date.UTC(2022, 7, 8, 11, 31, 7);

test("times are the city's, not the browser's", () => {
  expect(clockText(at, "Asia/Seoul")).toBe("20:31:07");
  expect(clockText(Date.UTC(2022, 7, 8, 15, 0, 5), "Asia/Seoul")).toBe("00:00:05");
});

test("another day says so", () => {
  expect(momentText(at, at + 3_600_000, "Asia/Seoul")).toBe("20:31:07");
  expect(momentText(at, at + 86_400_000, "Asia/Seoul")).toBe("08-08 20:31:07");
});

test("an age has one unit, and never lies in the future", () => {
  expect(agePart(-500)).toEqual({ unit: "s", n: 0 });
  expect(agePart(59_999)).toEqual({ unit: "s", n: 59 });
  expect(agePart(3_599_000)).toEqual({ unit: "min", n: 59 });
  expect(agePart(90_000_000)).toEqual({ unit: "d", n: 1 });
});
