import { expect, test } from "vitest";
import { districtFinder } from "./district-at";
import { drawRing, SKETCH } from "./sketch";

const name = { ko: "서초구", en: "Seocho-gu" };
const square = [
  [126.98, 37.45],
  [127.08, 37.45],
  [127.08, 37.52],
  [126.98, 37.52],
  [126.98, 37.45],
] as const;

test("a place is found in the district whose outline holds it", () => {
  const find = districtFinder([{ name, path: drawRing(square, SKETCH) }]);
  expect(find({ lat: 37.5, lon: 127 })).toBe(name);
  expect(find({ lat: 37.6, lon: 127 })).toBeNull();
});
