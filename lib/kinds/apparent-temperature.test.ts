import { expect, test } from "vitest";
import { apparentC, summerApparentC, winterApparentC } from "./apparent-temperature";

test.each([
  [33, 50, 32.48],
  [33, 60, 33.45],
  [35, 50, 34.46],
  [35, 60, 35.46],
  [37, 60, 37.48],
])("summer %f °C at %f %% feels like %f °C", (t, rh, feels) => {
  expect(summerApparentC(t, rh)).toBeCloseTo(feels, 2);
});

test.each([
  [-12, 3, -17.94],
  [-5, 5, -11.19],
])("winter %f °C at %f m/s feels like %f °C", (t, wind, feels) => {
  expect(winterApparentC(t, wind)).toBeCloseTo(feels, 2);
});

test("the month in Korea picks the formula", () => {
  expect(apparentC(35, 60, 1, Date.parse("2018-08-01T14:00:00+09:00"))).toBeCloseTo(35.46, 2);
  expect(apparentC(-12, 60, 3, Date.parse("2018-01-24T07:00:00+09:00"))).toBeCloseTo(-17.94, 2);
  expect(apparentC(15, 60, 3, Date.parse("2018-10-24T07:00:00+09:00"))).toBe(15);
});
