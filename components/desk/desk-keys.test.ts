import { expect, test } from "vitest";
import { commandOf } from "./desk-keys";

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  covered: false,
  ...more,
});

test.each([
  ["a", "acknowledge"],
  ["ㅁ", "acknowledge"],
  ["j", "next"],
  ["K", "previous"],
  ["i", "incident"],
  ["d", "dispatch"],
  ["ㅐ", "page"],
  ["/", "search"],
  ["?", "help"],
  ["Escape", "close"],
  ["x", null],
])("%s asks for %s", (key, command) => {
  expect(commandOf(press(key), true)).toBe(command);
});

test("who types keeps the letters, but can still leave", () => {
  expect(commandOf(press("a", { typing: true }), true)).toBeNull();
  expect(commandOf(press("Escape", { typing: true }), true)).toBe("close");
});

test("a window over the desk has the keys, and so have the browser's shortcuts", () => {
  expect(commandOf(press("a", { covered: true }), true)).toBeNull();
  expect(commandOf(press("Escape", { covered: true }), true)).toBeNull();
  expect(commandOf(press("a", { ctrlKey: true }), true)).toBeNull();
  expect(commandOf(press("k", { ctrlKey: true, typing: true }), true)).toBe("search");
});

test("one-key shortcuts can be off", () => {
  expect(commandOf(press("a"), false)).toBeNull();
  expect(commandOf(press("Escape"), false)).toBe("close");
});
