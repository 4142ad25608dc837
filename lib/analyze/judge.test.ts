import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bar, calm, judge, type RuleMemory, stands } from "./judge";

const river: Bar = { direction: "at-or-above", raise: 5.5, clear: 5.49, holdMs: 0 };
const frost: Bar = { direction: "at-or-below", raise: -12, clear: -11, holdMs: 0 };

function run(rule: Bar, values: readonly [at: number, value: number][]): string[] {
  let memory = calm;
  const said: string[] = [];
  for (const [at, value] of values) {
    const next = judge(rule, memory, at, value);
    if (stands(next) !== stands(memory)) said.push(`${stands(next) ? "raise" : "clear"} ${at} ${value}`);
    memory = next;
  }
  return said;
}

describe("judge", () => {
  it("raises at the threshold itself and clears on the safe side", () => {
    expect(
      run(river, [
        [1, 5.49],
        [2, 5.5],
        [3, 5.6],
        [4, 5.5],
        [5, 5.49],
        [6, 5.5],
      ]),
    ).toEqual(["raise 2 5.5", "clear 5 5.49", "raise 6 5.5"]);
  });

  it("mirrors for cold", () => {
    expect(
      run(frost, [
        [1, -11.9],
        [2, -12],
        [3, -11.5],
        [4, -11],
        [5, -13],
      ]),
    ).toEqual(["raise 2 -12", "clear 4 -11", "raise 5 -13"]);
  });

  it("raises with the first reading that completes the hold, in event time", () => {
    const held = { ...river, holdMs: 60 };
    expect(
      run(held, [
        [0, 6],
        [30, 6],
        [59, 6],
        [60, 6],
        [61, 6],
      ]),
    ).toEqual(["raise 60 6"]);
    expect(
      run(held, [
        [0, 6],
        [500, 7],
      ]),
    ).toEqual(["raise 500 7"]);
  });

  it("starts the hold again when the value falls below the raise value, even between the two", () => {
    const held = { ...river, clear: 5, holdMs: 60 };
    expect(
      run(held, [
        [0, 6],
        [30, 5.3],
        [40, 6],
        [70, 6],
        [100, 6],
      ]),
    ).toEqual(["raise 100 6"]);
  });

  it("clears with the first reading that completes the hold down, and only if all between were safe", () => {
    const held = { ...river, clear: 5, holdDownMs: 60 };
    expect(
      run(held, [
        [0, 6],
        [10, 5],
        [40, 5.2],
        [50, 4.9],
        [109, 4.9],
        [110, 4.9],
        [111, 5],
      ]),
    ).toEqual(["raise 0 6", "clear 110 4.9"]);
  });

  it("raises nothing while it may not, and clears all the same", () => {
    expect(judge(river, calm, 1, 9, false)).toBe(calm);
    expect(judge(river, { phase: "holding", since: 0 }, 1, 9, false)).toBe(calm);
    expect(judge(river, { phase: "standing", since: 0 }, 1, 2, false)).toBe(calm);
  });

  it("does not chatter where raise and clear are the same value", () => {
    expect(
      run({ ...river, clear: 5.5 }, [
        [1, 5.5],
        [2, 5.5],
        [3, 5.49],
        [4, 5.49],
      ]),
    ).toEqual(["raise 1 5.5", "clear 3 5.49"]);
  });

  it("hears nothing in a value that is no number, and gives back the same memory", () => {
    const memory: RuleMemory = { phase: "standing", since: 1 };
    for (const [at, value] of [
      [2, Number.NaN],
      [Number.NaN, 1],
      [2, 5.495],
    ] as const)
      expect(judge(river, memory, at, value)).toBe(memory);
  });
});

const rules = fc
  .record({
    up: fc.boolean(),
    raise: fc.integer({ min: -20, max: 20 }),
    band: fc.integer({ min: 0, max: 5 }),
    holdMs: fc.integer({ min: 0, max: 20 }),
    holdDownMs: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ up, raise, band, ...holds }): Bar => {
    return { direction: up ? "at-or-above" : "at-or-below", raise, clear: up ? raise - band : raise + band, ...holds };
  });
const walks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.oneof(fc.integer({ min: -25, max: 25 }), fc.constant(Number.NaN))))
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, value]): [number, number] => {
      at += gap;
      return [at, value];
    });
  });

/** The same, written as simply as can be: what is danger above becomes danger above zero either way. */
function plainSwitch(rule: Bar, walk: [at: number, value: number][]): string[] {
  const sign = rule.direction === "at-or-above" ? 1 : -1;
  let on = false;
  return walk.flatMap(([at, value]) => {
    const beyond = sign * (value - rule.raise) >= 0;
    const safe = !beyond && sign * (rule.clear - value) >= 0;
    const type = on ? safe && "clear" : beyond && "raise";
    if (type) on = !on;
    return type ? [`${type} ${at} ${value}`] : [];
  });
}

describe("judge, whatever comes", () => {
  it("alternates raise and clear, beginning with raise", () => {
    fc.assert(
      fc.property(rules, walks, (rule, walk) => {
        const types = run(rule, walk).map((line) => line.split(" ")[0]);
        expect(types).toEqual(types.map((_, i) => (i % 2 === 0 ? "raise" : "clear")));
      }),
    );
  });

  it("raises only beyond the raise value and clears only beyond the clear value", () => {
    fc.assert(
      fc.property(rules, walks, (rule, walk) => {
        const sign = rule.direction === "at-or-above" ? 1 : -1;
        for (const line of run(rule, walk)) {
          const [type, , value] = line.split(" ");
          if (type === "raise") expect(sign * (Number(value) - rule.raise)).toBeGreaterThanOrEqual(0);
          else expect(sign * (rule.clear - Number(value))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("never chatters: between two raises lies a safe stretch, held down", () => {
    fc.assert(
      fc.property(rules, walks, (rule, walk) => {
        const sign = rule.direction === "at-or-above" ? 1 : -1;
        const times = run(rule, walk).map((line) => Number(line.split(" ")[1]));
        for (let i = 1; i + 1 < times.length; i += 2) {
          const [cleared, raised] = [times[i] ?? 0, times[i + 1] ?? 0];
          const stretch = walk.filter(
            ([at, v]) => at <= cleared && at >= cleared - (rule.holdDownMs ?? 0) && !Number.isNaN(v),
          );
          expect(stretch.every(([, v]) => sign * (rule.clear - v) >= 0)).toBe(true);
          expect(cleared).toBeLessThan(raised);
        }
      }),
    );
  });

  it("says nothing while values stay strictly between clear and raise", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 5.0001, max: 5.4999, noNaN: true })), fc.boolean(), (values, standing) => {
        const memory: RuleMemory = standing ? { phase: "standing", since: 0 } : calm;
        values.forEach((value, i) => {
          expect(judge({ ...river, clear: 5 }, memory, i + 1, value)).toBe(memory);
        });
      }),
    );
  });

  it("without a hold, stands exactly as a plain two-threshold switch does", () => {
    fc.assert(
      fc.property(rules, walks, (held, walk) => {
        const rule = { ...held, holdMs: 0, holdDownMs: 0 };
        expect(run(rule, walk)).toEqual(plainSwitch(rule, walk));
      }),
    );
  });
});
