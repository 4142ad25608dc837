import { expect, test } from "vitest";
import { groupDangers } from "./group-dangers";
import { danger } from "./sample-summary";

const seocho = { ko: "서초구", en: "Seocho-gu" };
const inSeocho = () => seocho;

test("one district and hazard is one danger: highest level, earliest time, places named", () => {
  const [one, two, ...none] = groupDangers(
    [
      danger({ id: "a", level: 2, since: 100, lat: 37.4, place: "반포" }),
      danger({ id: "b", level: 3, since: 200, lat: 37.6, place: "잠수교", advice: { ko: "대피", en: "Leave" } }),
      danger({ id: "c", level: 2, since: 300, hazard: "rain" }),
    ],
    inSeocho,
  );
  expect(one).toMatchObject({ level: 3, since: 100, count: 2, lat: 37.5, advice: { en: "Leave" }, endedAt: null });
  expect(one).toMatchObject({ area: seocho, places: ["잠수교", "반포"] });
  expect(two).toMatchObject({ hazard: "rain", count: 1 });
  expect(none).toEqual([]);
});

test("where the map does not know the district, the place speaks for itself", () => {
  const dangers = groupDangers([danger({ place: "팔당댐" }), danger({ place: "행주" })], () => null);
  expect(dangers.map((d) => d.area.ko).sort()).toEqual(["팔당댐", "행주"]);
});

test("a danger has ended when all of it has", () => {
  const ended = [danger({ clearedAt: 900 }), danger({ clearedAt: 800 })];
  expect(groupDangers(ended, inSeocho)[0]?.endedAt).toBe(900);
  expect(groupDangers([...ended, danger({})], inSeocho)[0]?.endedAt).toBeNull();
});
