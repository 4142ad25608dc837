import { expect, it } from "vitest";
import { MINUTE } from "../base/clock";
import { NonceBook } from "./nonce-book";

const T = 1_000_000_000;

it("takes a nonce once, of a time near by and not before this start", () => {
  const book = new NonceBook(T);
  expect(book.use("d", "n", T, T)).toBe(true);
  expect(book.use("d", "n", T + 1, T + 1)).toBe(false);
  expect(book.use("e", "n", T, T)).toBe(true);
  for (const ts of [T - 1, T + 6 * MINUTE, Number.NaN, Number.POSITIVE_INFINITY])
    expect([ts, book.use("d", `n${ts}`, ts, T)]).toEqual([ts, false]);
});

it("lets one wild device fill its own page only, and forgets in time", () => {
  const book = new NonceBook(T);
  const taken = Array.from({ length: 5000 }, (_, i) => book.use("wild", `n${i}`, T, T)).filter(Boolean).length;
  expect(taken).toBe(1000);
  expect(book.use("calm", "n", T, T)).toBe(true);
  const later = T + 11 * MINUTE;
  expect(book.use("calm", "m", later, later)).toBe(true);
  expect(book.use("wild", "again", later, later)).toBe(true);
});
