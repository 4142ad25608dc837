import { expect, test } from "vitest";
import { distanceText } from "./distance-text";

test.each([
  [4, "0 m"],
  [347, "350 m"],
  [999, "1.0 km"],
  [2440, "2.4 km"],
])("%i m reads %s", (metres, text) => {
  expect(distanceText(metres)).toBe(text);
});
