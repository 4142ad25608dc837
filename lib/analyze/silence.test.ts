import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE } from "../base/clock";
import { silentMinutes } from "./silence";

const minutes = fc.integer({ min: 0, max: 1000 });

test("silence goes on where it was, and never runs backwards", () => {
  fc.assert(
    fc.property(minutes, minutes, minutes, (seen, silent, since) => {
      expect(silentMinutes(seen * MINUTE, (seen + silent) * MINUTE, since * MINUTE)).toBe(silent + since);
      expect(silentMinutes((seen + silent) * MINUTE, seen * MINUTE, since * MINUTE)).toBe(since);
    }),
  );
});
