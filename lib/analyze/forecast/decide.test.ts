import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../base/clock";
import { decide, type ForecastMemory, type ForecastSight, firstMemory, type Operating, WINDOW_MS } from "./decide";

const rule: Operating = { horizonMs: 4 * HOUR, raise: 0.8, holdMs: 10 * MINUTE, lapse: 0.3 };

/** Sights every ten minutes: a chance, "over", or null where nobody can tell. */
function run(list: readonly (number | "over" | null)[]): string[] {
  let memory: ForecastMemory = firstMemory;
  return list.flatMap((seen, i) => {
    const at = i * 10 * MINUTE;
    const sight: ForecastSight = { at, over: seen === "over", chance: seen === "over" ? 1 : seen };
    const decided = decide(rule, memory, sight);
    memory = decided.memory;
    return decided.word ? [`${decided.word.type} ${i}`] : [];
  });
}

describe("a forecast alert", () => {
  it("is raised when the chance has held, and fulfilled by the crossing", () => {
    expect(run([0.5, 0.9, 0.9, 0.7, "over", "over"])).toEqual(["raise 2", "fulfil 4"]);
    expect(run([0.9, 0.7, 0.9, 0.7])).toEqual([]);
  });

  it("is given up when the chance has gone for twenty minutes, and not of one doubt", () => {
    expect(run([0.9, 0.9, 0.2, 0.5, 0.2, 0.2, 0.2])).toEqual(["raise 1", "lapse 6"]);
  });

  it("is given up after six hours without a crossing", () => {
    const steps = WINDOW_MS / (10 * MINUTE);
    expect(run(Array.from({ length: steps + 3 }, () => 0.9))).toEqual(["raise 1", `lapse ${steps + 1}`]);
  });

  it("is not raised within an hour after the water has fallen below the level", () => {
    expect(run(["over", 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])).toEqual(["miss 0", "raise 8"]);
    expect(run(["over", 0.9, "over", 0.9, 0.9, 0.9])).toEqual(["miss 0"]);
  });

  it("counts a crossing that it did not foretell, once", () => {
    expect(run([0.1, 0.1, "over", "over", 0.1, "over"])).toEqual(["miss 2"]);
  });

  it("stands still where nobody can tell", () => {
    expect(run([0.9, null, 0.9])).toEqual(["raise 2"]);
    expect(run([0.9, 0.9, null, null, null, 0.9, "over"])).toEqual(["raise 1", "fulfil 6"]);
    expect(run([null, null, null])).toEqual([]);
  });
});

const sights = fc.array(
  fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant("over" as const), fc.constant(null)),
  { maxLength: 120 },
);

it("is raised once, then ends once, whatever comes", () => {
  fc.assert(
    fc.property(sights, (list) => {
      const words = run(list).flatMap((word) => (word.startsWith("miss") ? [] : [word.split(" ")[0]]));
      words.forEach((word, i) => {
        if (i % 2 === 0) expect(word).toBe("raise");
        else expect(word).toMatch(/fulfil|lapse/);
      });
    }),
  );
});

it("is neither raised nor given up by a gap: without it the same is said, later", () => {
  fc.assert(
    fc.property(sights, fc.integer({ min: 0, max: 30 }), (list, holes) => {
      const told = list.filter((seen) => seen !== null);
      const gap = Array.from({ length: holes % 4 }, () => null);
      const raised = (words: string[]) => words.filter((word) => word.startsWith("raise")).length;
      expect(raised(run([...gap, ...told]))).toBe(raised(run(told)));
    }),
  );
});
