import { expect, test } from "vitest";
import { publicState } from "./public-state";
import { quiet } from "./sample-summary";

test("an all clear needs a city that answers and devices that speak", () => {
  expect(publicState(quiet, true)).toEqual({ kind: "clear" });
  expect(publicState({ ...quiet, sure: false }, true)).toEqual({ kind: "unsure" });
  expect(publicState(quiet, false)).toEqual({ kind: "unreachable" });
  expect(publicState(null, true)).toEqual({ kind: "unreachable" });
});

test("a known danger is said however little else is known", () => {
  expect(publicState({ ...quiet, level: 3, sure: false }, false)).toEqual({ kind: "danger", level: 3 });
});
