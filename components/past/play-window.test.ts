import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_FRAMES } from "@/lib/contract/past";
import { due, nextWindow } from "./play-window";

test("windows follow each other without a gap up to the present, in steps that one answer carries", () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.integer({ min: 1, max: 3600 }),
      fc.integer({ min: 1, max: 100_000_000 }),
      (at, speed, span) => {
        const end = at + span;
        let fetchedTo = at;
        for (let i = 0; i < 5; i++) {
          const window = nextWindow({ at: fetchedTo, fetchedTo, speed, end });
          if (!window) break;
          expect(window.from).toBe(fetchedTo);
          expect(window.to).toBeGreaterThan(window.from);
          expect((window.to - window.from) / window.stepMs).toBeLessThanOrEqual(MOST_FRAMES);
          fetchedTo = window.to;
        }
        expect(fetchedTo).toBeLessThanOrEqual(end);
      },
    ),
  );
});

test("what has happened by a moment is shown once, in its order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.array(fc.nat(120)), (times, moments) => {
      const frames = times.sort((a, b) => a - b).map((now) => ({ cursor: "" as const, now }));
      let left = frames;
      const shown = moments
        .sort((a, b) => a - b)
        .flatMap((moment) => {
          const { now, later } = due(left, moment);
          left = later;
          return now;
        });
      const last = moments.at(-1) ?? -1;
      expect(shown).toEqual(frames.filter((frame) => frame.now <= last));
    }),
  );
});
