import { expect, it } from "vitest";
import { MINUTE } from "../base/clock";
import { NonceBook } from "./nonce-book";

const T = 1_000_000_000;

/** A book opened at T, and its clock: `passed` is what has passed since, `stepped` by how much somebody has set the wall. */
function openBook() {
  const time = { passed: 0, stepped: 0 };
  const now = () => T + time.passed + time.stepped;
  const book = new NonceBook({ now, steady: () => time.passed });
  return { time, now, use: (deviceId: string, nonce: string, ts = now()) => book.use(deviceId, nonce, ts, now()) };
}

it("takes a nonce once, of a time near by and not before this start", () => {
  const { time, use } = openBook();
  expect(use("d", "n")).toBe(true);
  time.passed = 1;
  expect(use("d", "n")).toBe(false);
  expect(use("e", "n")).toBe(true);
  for (const ts of [T - 1, T + 6 * MINUTE, Number.NaN, Number.POSITIVE_INFINITY])
    expect([ts, use("d", `n${ts}`, ts)]).toEqual([ts, false]);
});

it("lets one wild device fill its own page only, and forgets in time", () => {
  const { time, use } = openBook();
  const taken = Array.from({ length: 5000 }, (_, i) => use("wild", `n${i}`)).filter(Boolean).length;
  expect(taken).toBe(1000);
  expect(use("calm", "n")).toBe(true);
  time.passed = 11 * MINUTE;
  expect(use("calm", "m")).toBe(true);
  expect(use("wild", "again")).toBe(true);
});

it("locks nobody out when the wall was an hour ahead at the start and is set right, and still takes a nonce once", () => {
  const { time, now, use } = openBook();
  time.passed = 2 * MINUTE;
  time.stepped = -60 * MINUTE;
  expect(use("d", "n")).toBe(true);
  expect(use("d", "n")).toBe(false);
  expect(use("d", "before the start", now() - 3 * MINUTE)).toBe(false);
});
