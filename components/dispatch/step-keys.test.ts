import { expect, test } from "vitest";
import { questionOf } from "./question-of";
import { meaningOf } from "./step-keys";

test("a key says what may follow, also under a Korean layout, and nothing else", () => {
  expect(meaningOf("y", "requested")).toEqual({ type: "step", step: "accept" });
  expect(meaningOf("ㅛ", "requested")).toEqual({ type: "step", step: "accept" });
  expect(meaningOf("X", "requested")).toEqual({ type: "step", step: "refuse" });
  expect(meaningOf("e", "requested")).toBeUndefined();
  expect(meaningOf("e", "accepted")).toEqual({ type: "step", step: "en-route" });
  expect(meaningOf("r", "en-route")).toEqual({ type: "step", step: "arrive" });
  expect(meaningOf("ㅊ", "arrived")).toEqual({ type: "step", step: "clear" });
  expect(meaningOf("y", undefined)).toBeUndefined();
  expect(meaningOf("c", "cleared")).toBeUndefined();
});

test("digits choose, ? helps, Escape goes back", () => {
  expect(meaningOf("1", undefined)).toEqual({ type: "choose", index: 0 });
  expect(meaningOf("9", "requested")).toEqual({ type: "choose", index: 8 });
  expect(meaningOf("0", undefined)).toBeUndefined();
  expect(meaningOf("?", "arrived")).toEqual({ type: "help" });
  expect(meaningOf("Escape", undefined)).toEqual({ type: "back" });
});

test("what must be asked before an answer is sent", () => {
  expect(questionOf("accept", false)).toBe("accept");
  expect(questionOf("accept", true)).toBeNull();
  expect(questionOf("refuse", true)).toBe("refuse");
  expect(questionOf("clear", true)).toBe("clear");
  expect(questionOf("arrive", true)).toBeNull();
});
