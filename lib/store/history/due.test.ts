import { expect, it } from "vitest";
import { DAY, HOUR } from "../../base/clock";
import { AGE_MS, dueStreams, LOG_ROWS } from "./due";
import { PACK_READINGS } from "./packs";
import { MOST_READINGS } from "./tails";

const NOW = Date.parse("2026-07-01T00:00:00+09:00");
type Claim = { length: number; first?: number; last?: number };

/** Streams 1, 2, … with what waits of them. */
function waiting(claims: Claim[], logRows = 0) {
  const tails = claims.map(({ length, first = NOW, last = NOW }, i): [number, Claim & Seen] => {
    return [i + 1, { length, first, last, seenAt: null }];
  });
  return { filled: () => tails, total: claims.reduce((sum, { length }) => sum + length, 0), logRows };
}
type Seen = { first: number; last: number; seenAt: number | null };

it("packs a stream that fills a pack, and leaves what does not", () => {
  const tails = waiting([{ length: PACK_READINGS }, { length: PACK_READINGS - 1 }]);
  expect(dueStreams(tails, NOW)).toEqual([[1, PACK_READINGS - 1]]);
});

it("packs who has waited six hours of the city's clock since it was first seen, however old its readings are", () => {
  const tails = waiting([{ length: 3, first: NOW - 300 * DAY }]);
  expect(dueStreams(tails, NOW)).toEqual([]);
  expect(dueStreams(tails, NOW + AGE_MS - 1)).toEqual([]);
  expect(dueStreams(tails, NOW + AGE_MS)).toEqual([[1, 0]]);
});

it("packs the longest where memory is short", () => {
  const half = MOST_READINGS / 2 / (PACK_READINGS - 1);
  const many = Array.from({ length: Math.ceil(half) }, () => ({ length: PACK_READINGS - 1 }));
  expect(dueStreams(waiting(many), NOW)).toHaveLength(many.length);
  expect(dueStreams(waiting([...many, { length: 2 }]), NOW)).toHaveLength(many.length);
  expect(dueStreams(waiting(many.slice(2)), NOW)).toEqual([]);
});

it("packs who holds back a long log by its old readings", () => {
  const old = { length: 1, first: NOW - 5 * HOUR, last: NOW - HOUR };
  const young = { length: 9, first: NOW - HOUR, last: NOW };
  expect(dueStreams(waiting([old, young], LOG_ROWS + 1), NOW)).toEqual([[1, 0]]);
  expect(dueStreams(waiting([old, young], LOG_ROWS), NOW)).toEqual([]);
});
