import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../base/clock";
import { shapesOf } from "./calibrate";
import { chanceWithin } from "./crossing";
import { fitModel } from "./fit";
import { forecaster, guess, type Model, rowOf } from "./model";
import { type ModelFile, packModel, unpackModel } from "./model-file";
import { rowReader } from "./rows";
import { Series } from "./series";
import { tableOf } from "./table";
import { TEST_START, testRecipe, testStreams } from "./test-river";

const course = { hidden: [8, 8], epochs: 200, rate: 0.01, hide: 0.1 };
const streams = testStreams(40);
const learntUntil = TEST_START + 30 * DAY;
let model: Model;

beforeAll(() => {
  const table = tableOf(testRecipe, streams);
  const learnt = (row: number) => (table.instants[row] ?? 0) < learntUntil;
  const fitted = fitModel(testRecipe, streams, table, learnt, [1], course);
  const reader = rowReader(testRecipe, streams, table, fitted.tide);
  const guesses = new Map(
    [...table.instants.keys()].map((row) => [
      row,
      guess(fitted.nets, rowOf(fitted, reader.groups, reader.read(row)), fitted.units),
    ]),
  );
  model = { ...fitted, shapes: shapesOf(table, guesses) };
});

/** The release that begins first after what was learnt. */
function nextRelease(): number {
  const outflow = streams.get("dam/outflow") ?? new Series();
  let i = outflow.after(learntUntil);
  while (outflow.valueAt(i - 1) > 1000 || outflow.valueAt(i) < 1000) i++;
  return outflow.timeAt(i);
}

describe("a model of a small river", () => {
  it("sees a flood coming from the dam before the level moves, and none when the dam is calm", () => {
    const at = nextRelease() + 20 * MINUTE;
    const seen = forecaster(model, streams)(at);
    expect(seen?.value).toBeLessThan(3);
    expect(seen && chanceWithin(seen, 4, 4 * HOUR)).toBeGreaterThan(0.8);
    const calm = forecaster(model, streams)(at - 2 * HOUR);
    expect(calm && chanceWithin(calm, 4, HOUR)).toBeLessThan(0.2);
  });

  it("says nothing without the level, and goes on without anything else", () => {
    const at = nextRelease();
    const [level, outflow] = ["bridge/water-level", "dam/outflow"].map((name) => streams.get(name) ?? new Series());
    expect(forecaster(model, new Map([["dam/outflow", outflow ?? new Series()]]))(at)).toBeNull();
    const alone = forecaster(model, new Map([["bridge/water-level", level ?? new Series()]]))(at);
    expect(alone?.level.every((s) => Number.isFinite(s.middle) && s.scale > 0)).toBe(true);
  });

  it("never gives nonsense, whatever is missing or wild", () => {
    const value = fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.constant(Number.NaN));
    const list = fc.array(fc.tuple(value, fc.boolean()), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(list, list, (levels, flows) => {
        const wild = new Map([
          ["bridge/water-level", seriesOf(levels, 1)],
          ["dam/outflow", seriesOf(flows, 1000)],
        ]);
        const outlook = forecaster(model, wild)(TEST_START + 200 * 10 * MINUTE);
        for (const s of [...(outlook?.level ?? []), ...(outlook?.highest ?? [])])
          expect(Number.isFinite(s.middle) && s.scale > 0 && Math.abs(s.middle - (outlook?.value ?? 0)) < 50).toBe(
            true,
          );
      }),
      { numRuns: 20 },
    );
  });

  it("is the same after it was stored and read again", () => {
    const file = { format: 1, id: "test", model: packModel(model) } as ModelFile;
    const again = unpackModel(JSON.parse(JSON.stringify(file)));
    expect(again).toEqual(model);
  });
});

function seriesOf(list: readonly (readonly [number, boolean])[], scale: number): Series {
  const series = new Series();
  for (const [i, [value, there]] of list.entries()) if (there) series.push(TEST_START + i * 10 * MINUTE, value * scale);
  return series;
}
