import { expect, test } from "vitest";
import { groupDangers } from "./group-dangers";
import { danger } from "./sample-summary";

test("one place and hazard is one danger: highest level, earliest time, counted", () => {
  const [one, two, ...none] = groupDangers([
    danger({ id: "a", level: 2, since: 100, lat: 37.4 }),
    danger({ id: "b", level: 3, since: 200, lat: 37.6, advice: { ko: "대피", en: "Leave" } }),
    danger({ id: "c", level: 2, since: 300, place: "강남구" }),
  ]);
  expect(one).toMatchObject({ level: 3, since: 100, count: 2, lat: 37.5, advice: { en: "Leave" }, endedAt: null });
  expect(two).toMatchObject({ place: "강남구", count: 1 });
  expect(none).toEqual([]);
});

test("a danger has ended when all of it has", () => {
  const ended = [danger({ clearedAt: 900 }), danger({ clearedAt: 800 })];
  expect(groupDangers(ended)[0]?.endedAt).toBe(900);
  expect(groupDangers([...ended, danger({})])[0]?.endedAt).toBeNull();
});
