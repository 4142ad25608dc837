import fc from "fast-check";
import { expect, test } from "vitest";
import type { Unit } from "../contract/incident";
import { type Located, rankUnits } from "./nearest";
import { usualLaw } from "./pack/travel";
import { driveS } from "./travel";
import { whereabouts } from "./whereabouts";

const place = { lat: 37.5155, lon: 126.996 };
const NOW = 10_000_000;

const unit = (id: string, type: string, northKm: number, more: Partial<Unit> = {}): Located => {
  const it = bare(id, type, northKm, more);
  return { unit: it, at: whereabouts(it, { station: null, scene: null, now: NOW, law: usualLaw }) };
};
const bare = (id: string, type: string, northKm: number, more: Partial<Unit>): Unit => ({
  id,
  agencyId: "fire",
  stationId: null,
  name: { ko: id, en: id },
  type,
  lat: place.lat + northKm / 111.2,
  lon: place.lon,
  positionAt: NOW,
  assignmentIds: [],
  ...more,
});
const facts = { place, hazard: "flood", law: usualLaw } as const;
const busy = { assignmentIds: ["x"] };
const old = { positionAt: NOW - 600_000 };

test("the nearest fitting free unit comes first, and each says why it stands where it stands", () => {
  const ranked = rankUnits(
    [
      unit("near-busy", "rescue", 0.2, busy),
      unit("far-busy", "rescue", 30, busy),
      unit("near-unfit", "ambulance", 0.5),
      unit("unsure", "rescue", 5, old),
      unit("far", "rescue", 9),
      unit("close", "rescue", 2),
    ],
    facts,
  );
  expect(ranked.map((it) => [it.unitId, it.reason])).toEqual([
    ["close", "nearest"],
    ["unsure", "unsure-place"],
    ["far", "free"],
    ["near-unfit", "other-work"],
    ["near-busy", "busy-nearer"],
    ["far-busy", "busy"],
  ]);
});

test("time decides and not distance: by the roads where they are known, by the straight line where not", () => {
  const over = [unit("across-the-river", "rescue", 0.5), unit("same-bank", "rescue", 2)];
  expect(rankUnits(over, facts)[0]?.unitId).toBe("across-the-river");
  const road = new Map([
    ["across-the-river", 900],
    ["same-bank", 240],
  ]);
  expect(rankUnits(over, { ...facts, road })[0]).toMatchObject({ unitId: "same-bank", travelS: 250, by: "road" });
});

test("where all are busy none is called the one to ask", () => {
  const ranked = rankUnits([unit("b", "rescue", 2, busy), unit("a", "rescue", 1, busy)], facts);
  expect(ranked.map((it) => [it.unitId, it.reason])).toEqual([
    ["a", "busy"],
    ["b", "busy"],
  ]);
});

test("any crowd of units: all of them, no worse one before a better one, and the order of asking does not matter", () => {
  const units = fc
    .array(
      fc.tuple(fc.constantFrom("rescue", "ambulance"), fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.boolean()),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(([type, km, works, lost], i) => unit(`u${i}`, type, km, { ...(works && busy), ...(lost && old) })),
    );
  fc.assert(
    fc.property(units, (all) => {
      const ranked = rankUnits(all, facts);
      expect(new Set(ranked.map((it) => it.unitId))).toEqual(new Set(all.map((it) => it.unit.id)));
      expect(rankUnits([...all].reverse(), facts)).toEqual(ranked);
      const worth = ranked.map((it) => [!it.free, !it.fits, it.travelS].map(Number));
      for (const [i, after] of worth.slice(1).entries()) {
        const first = after.findIndex((value, at) => value !== worth[i]?.[at]);
        if (first >= 0) expect(worth[i]?.[first]).toBeLessThan(after[first] ?? 0);
      }
    }),
  );
});

test("a crew that has to turn out comes after a car on the road that is a little farther away", () => {
  const waiting = bare("a-pump", "pump", 1, { stationId: "s" });
  const station = { lat: waiting.lat, lon: waiting.lon };
  const at = whereabouts(waiting, { station, scene: null, now: NOW, law: usualLaw });
  const ranked = rankUnits([{ unit: waiting, at }, unit("b-car", "patrol-car", 1.4)], facts);
  expect(ranked.map(({ unitId, turnoutS }) => [unitId, turnoutS])).toEqual([
    ["b-car", 10],
    ["a-pump", 80],
  ]);
  expect(ranked[1]?.travelS).toBe(Math.round(80 + driveS(1000, usualLaw)));
});

test("of two that nobody sees the one heard of last comes first, though the other was nearer hours ago", () => {
  const ranked = rankUnits(
    [
      unit("near-long-ago", "rescue", 0.5, { positionAt: NOW - 8 * 3_600_000 }),
      unit("heard-of", "rescue", 2, { positionAt: NOW - 600_000 }),
    ],
    facts,
  );
  expect(ranked[0]?.reason).toBe("likely-nearest");
  expect(ranked.map(({ unitId, unsureM, knownAt }) => [unitId, unsureM, (NOW - knownAt) / 60_000])).toEqual([
    ["heard-of", 667, 10],
    ["near-long-ago", 10_000, 480],
  ]);
});
