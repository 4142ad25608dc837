import { expect, test } from "vitest";
import { drawRing, isInside, project, SKETCH } from "./sketch";

test("north is up, east is right, and a kilometre is as long either way", () => {
  const middle = project({ lat: 37.56, lon: 126.98 }, SKETCH);
  const north = project({ lat: 37.569, lon: 126.98 }, SKETCH);
  const east = project({ lat: 37.56, lon: 126.98 + 0.009 / Math.cos((37.56 * Math.PI) / 180) }, SKETCH);
  expect(middle.y - north.y).toBeGreaterThan(0);
  expect((east.x - middle.x) / (middle.y - north.y)).toBeCloseTo(1, 1);
});

test("places of Seoul lie inside, others do not", () => {
  expect(isInside({ lat: 37.5665, lon: 126.978 }, SKETCH)).toBe(true);
  expect(isInside({ lat: 35.18, lon: 129.07 }, SKETCH)).toBe(false);
});

test("points on the way are left out, corners stay, and what is left of nothing is nothing", () => {
  const ring = [
    [126.9, 37.5],
    [126.95, 37.50001],
    [127, 37.5],
    [127, 37.6],
    [126.9, 37.6],
    [126.9, 37.5],
  ] as const;
  expect(drawRing(ring, SKETCH).split("L")).toHaveLength(5);
  expect(
    drawRing(
      [
        [126.9, 37.5],
        [126.90001, 37.5],
        [126.9, 37.5],
      ],
      SKETCH,
    ),
  ).toBe("");
});
