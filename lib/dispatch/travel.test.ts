import fc from "fast-check";
import { expect, test } from "vitest";
import { usualLaw } from "./pack/travel";
import { driveS, streetM, turnoutS } from "./travel";

const law = { ...usualLaw, startS: { ...usualLaw.startS, value: 39 } };

test("a long way is RAND's line: 0.65 and 1.7 minutes for each road mile", () => {
  for (const miles of [1, 3, 8]) {
    const straightM = (miles * 1609.344) / law.detour.value;
    expect(driveS(straightM, law) / 60).toBeCloseTo(0.65 + 1.7 * miles, 1);
  }
  expect(streetM(1000, law)).toBeCloseTo(1300);
});

test("nothing takes nothing, farther takes longer at every metre, and no metre costs more than the one before", () => {
  expect(driveS(0, law)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 500 }), (m, step) => {
      const [a, b, c] = [driveS(m, law), driveS(m + step, law), driveS(m + 2 * step, law)];
      expect(b).toBeGreaterThan(a);
      expect(c - b).toBeLessThanOrEqual(b - a + 1e-9);
    }),
  );
});

test("who waits at its station has to turn out, by its type; who is on the road has not", () => {
  expect(turnoutS("pump", false, law)).toBe(80);
  expect(turnoutS("ambulance", false, law)).toBe(60);
  expect(turnoutS("snow-plough", false, law)).toBe(law.turnoutS.other?.value);
  expect(turnoutS("pump", true, law)).toBe(law.onRoadS.value);
});

test("every number of the law says whence it comes, and one city's are marked as that", () => {
  const all = [
    ...Object.values(usualLaw.turnoutS),
    usualLaw.detour,
    usualLaw.sPerKm,
    usualLaw.startS,
    usualLaw.onRoadS,
  ];
  for (const { source, scope } of all) expect(source.includes("San Francisco")).toBe(scope === "local");
});
