import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "../base/clock";
import { inOrder } from "./order";
import type { Row } from "./validate";

test("rows come in order of time, those of one instant in their own", () => {
  const now = Date.parse("2026-07-01T00:00:00Z");
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 405 * DAY }))), (ages) => {
      const rows = ages.map((age, value) => ({ at: now - age, value }) as Row);
      expect(inOrder(rows)).toEqual(rows.toSorted((a, b) => a.at - b.at));
    }),
  );
});
