import { expect, test } from "vitest";
import { HOUR, MINUTE } from "@/lib/base/clock";
import { pastCommandOf } from "./past-keys";

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, code = key, held = {}) => pastCommandOf({ key, code, ...none, ...held });

test("one key leaves, under either layout; the space bar plays, arrows step, plus and minus change the speed", () => {
  expect(press("t", "KeyT")).toEqual({ type: "leave" });
  expect(press("ㅅ", "KeyT")).toEqual({ type: "leave" });
  expect(press(" ", "Space")).toEqual({ type: "play" });
  expect(press("ArrowLeft")).toEqual({ type: "step", ms: -MINUTE });
  expect(press("ArrowRight", "ArrowRight", { shiftKey: true })).toEqual({ type: "step", ms: HOUR });
  expect([press("+"), press("-")]).toEqual([
    { type: "speed", by: 1 },
    { type: "speed", by: -1 },
  ]);
});

test("the browser's own keys stay its own", () => {
  expect([
    press("t", "KeyT", { ctrlKey: true }),
    press("ArrowLeft", "ArrowLeft", { altKey: true }),
    press("x"),
  ]).toEqual([null, null, null]);
});
