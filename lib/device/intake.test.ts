import { expect, test } from "vitest";
import { createIntake } from "./intake";
import { memoryKeep } from "./keep";

const at = (keep: ReturnType<typeof memoryKeep>) => keep.queue.oldest(100).readings.map((r) => r.at);
function intakeWith(now = 1_000) {
  const own = { at: now, now: () => own.at };
  const keep = memoryKeep();
  return { own, keep, intake: createIntake(keep, own) };
}
const level = { stream: "water-level", value: 1 };
const rain = { stream: "rainfall", value: 1 };

test("a sensor without a time of its own is given the city's", () => {
  const { own, keep, intake } = intakeWith();
  intake.learn(5_000_000, 1_000);
  own.at += 500;
  intake.add([level, { ...rain, at: 77 }, rain]);
  expect(at(keep)).toEqual([5_000_500, 77, 5_000_500]);
});

test("what was measured before the city said its time waits for it, and is told in its order", () => {
  const { own, keep, intake } = intakeWith();
  intake.add([level]);
  own.at += 10_000;
  intake.add([level, { ...rain, at: 77 }]);
  expect(at(keep)).toEqual([77]);
  own.at += 10_000;
  intake.learn(5_000_000, own.at);
  intake.add([level]);
  expect(at(keep)).toEqual([77, 4_980_000, 4_990_000, 5_000_000]);
});

test("two readings of one stream are never of one instant, whatever the clock does", () => {
  const { own, keep, intake } = intakeWith();
  intake.add([level, level]);
  intake.learn(5_000_000, own.at);
  intake.add([level, rain, level]);
  own.at -= 400;
  intake.add([level]);
  intake.learn(4_999_900, own.at);
  intake.add([level]);
  const times = at(keep);
  expect(times).toEqual([5_000_000, 5_000_001, 5_000_002, 5_000_002, 5_000_003, 5_000_004, 5_000_005]);
});

test("a correction that was broken off goes on by the same", () => {
  const { keep } = intakeWith();
  keep.untimed.add([{ ...level, at: 500 }]);
  keep.correction.write(1_000_000);
  const own = { now: () => 9_000 };
  const intake = createIntake(keep, own);
  expect(at(keep)).toEqual([1_000_500]);
  intake.learn(7_000_000, 9_000);
  expect([at(keep), keep.untimed.size(), keep.correction.read()]).toEqual([[1_000_500], 0, null]);
});
