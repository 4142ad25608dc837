import fc from "fast-check";
import { expect, it } from "vitest";
import { chancesOf, crossingOf } from "./crossing";
import { CHANCES, chanceAtLeast, FARTHEST, HORIZONS, type Outlook, quantile, type Spread, shapeOf } from "./outlook";

const shape = CHANCES.map((chance) => Math.log(chance / (1 - chance)));
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const spread = fc.record({ middle: number(2, 8), scale: number(0.01, 1), shape: fc.constant(shape) });
const outlooks: fc.Arbitrary<Outlook> = fc
  .tuple(number(2, 8), fc.array(spread, { minLength: HORIZONS.length, maxLength: HORIZONS.length }))
  .map(([value, spreads]) => ({ at: 1000, value, level: spreads, highest: spreads }));

it("gives chance and quantile as each other's inverse", () => {
  fc.assert(
    fc.property(spread, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (s: Spread, chance) => {
      expect(chanceAtLeast(s, quantile(s, chance))).toBeCloseTo(1 - chance, 6);
    }),
  );
});

it("never gives a higher level a greater chance, nor a later hour a smaller one; and always a chance", () => {
  fc.assert(
    fc.property(outlooks, number(2, 9), number(0, 2), (outlook, level, more) => {
      const [lower, higher] = [chancesOf(outlook, level), chancesOf(outlook, level + more)];
      lower.forEach((chance, h) => {
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
        expect(chance).toBeGreaterThanOrEqual(higher[h] ?? 1);
        expect(chance).toBeGreaterThanOrEqual(lower[h - 1] ?? 0);
      });
    }),
  );
});

it("expects a crossing after now, within the horizon, inside its interval; one that has come, for sure", () => {
  fc.assert(
    fc.property(outlooks, number(2, 9), (outlook, level) => {
      const crossing = crossingOf(outlook, level);
      expect(crossing.probability === 1).toBe(outlook.value >= level);
      const { from, expectedAt, to } = crossing;
      expect([from >= outlook.at, from <= expectedAt, expectedAt <= to, to <= outlook.at + FARTHEST]).not.toContain(
        false,
      );
    }),
  );
});

it("takes the shape of what was missed by from the misses", () => {
  const shapes = shapeOf(Float64Array.from({ length: 1000 }, (_, i) => i / 1000));
  expect(shapes[CHANCES.indexOf(0.5)]).toBeCloseTo(0.5, 2);
  expect(shapes[CHANCES.indexOf(0.9)]).toBeCloseTo(0.9, 2);
});
