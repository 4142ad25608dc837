import fc from "fast-check";
import { expect, it } from "vitest";
import type { Alert } from "../contract/alert";
import { groupsOf } from "../contract/alert-group";
import { groupOf, LINGER_MS } from "./group";

const T0 = 1_700_000_000_000;
/** Metres to the east in Seoul, as degrees of longitude. */
const east = (metres: number) => 127 + metres / 88_300;
let count = 0;
const alert = (part: Partial<Alert>): Alert => {
  const id = part.id ?? `a${++count}`;
  const base = {
    hazard: "flood",
    kind: "street-flood",
    zone: "street",
    lat: 37.5,
    lon: 127,
    level: 2,
    state: "raised",
  };
  const rest = { raisedAt: T0, clearedAt: null, incidentId: null, deviceName: "x", groupId: id };
  return { ...base, ...rest, ...part, id } as Alert;
};

/** Raises alerts one after the other, as the river does. */
function raiseAll(parts: Partial<Alert>[]): Alert[] {
  const known: Alert[] = [];
  for (const part of parts) {
    const one = alert(part);
    known.push({ ...one, groupId: groupOf(one, known) ?? one.id });
  }
  return known;
}

it("puts rain and water at one place together, and leaves another place and another matter apart", () => {
  const [rain, flood, far, heat] = raiseAll([
    { hazard: "rain", kind: "rain-gauge" },
    { lon: east(800) },
    { lon: east(4000) },
    { hazard: "heat", kind: "weather" },
  ]);
  expect(flood?.groupId).toBe(rain?.id);
  expect([far?.groupId, heat?.groupId]).toEqual([far?.id, heat?.id]);
});

it("does not string a chain of wet streets into one incident", () => {
  const chain = raiseAll(Array.from({ length: 30 }, (_, i) => ({ lon: east(i * 1000) })));
  const spans = groupsOf(chain).map((g) => g.alertIds.length);
  expect(Math.max(...spans)).toBeLessThanOrEqual(3);
});

it("takes the gauges of one river as one flood, and a zone that is judged whole as one place", () => {
  const [lower, upper] = raiseAll([{ kind: "water-level" }, { kind: "dam", lon: east(12_000) }]);
  expect(upper?.groupId).toBe(lower?.id);
  const [zone, inside] = raiseAll([
    { zone: "gangnam", zoneWide: true },
    { zone: "gangnam", lon: east(3000) },
  ]);
  expect(inside?.groupId).toBe(zone?.id);
});

it("takes a group up again within the hour, and not later", () => {
  const ended = alert({ id: "first", state: "cleared", clearedAt: T0 + 1000 });
  expect(groupOf(alert({ raisedAt: T0 + 1000 + LINGER_MS }), [ended])).toBe("first");
  expect(groupOf(alert({ raisedAt: T0 + 1001 + LINGER_MS }), [ended])).toBeNull();
});

it("makes at most 25 proposals of 500 alerts in a minute at 20 places", () => {
  const places = fc.array(fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 20,
    maxLength: 20,
  });
  const spread = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: -350, max: 350 }), fc.nat(59_999)), {
    minLength: 500,
    maxLength: 500,
  });
  fc.assert(
    fc.property(places, spread, (centres, storm) => {
      const parts = storm.map(([place, offset, after]) => {
        const { x, y } = centres[place] ?? { x: 0, y: 0 };
        const hazard = after % 3 === 0 ? ("rain" as const) : ("flood" as const);
        return { hazard, lat: 37.42 + y * 0.03, lon: east(x * 3500 + offset), raisedAt: T0 + after };
      });
      const groups = groupsOf(raiseAll(parts.toSorted((a, b) => a.raisedAt - b.raisedAt)));
      expect(groups.length).toBeLessThanOrEqual(25);
      expect(groups.reduce((sum, g) => sum + g.alertIds.length, 0)).toBe(500);
    }),
    { numRuns: 10 },
  );
});

it("shows the worst first, counts what stands and what nobody has seen, and knows the incident", () => {
  const members = [
    alert({ id: "a", groupId: "a", level: 2 }),
    alert({ id: "b", groupId: "a", level: 4, state: "acknowledged", incidentId: "i1", raisedAt: T0 + 5 }),
    alert({ id: "c", groupId: "a", level: 4, state: "cleared", clearedAt: T0 + 9 }),
    alert({ id: "d", groupId: "d", level: 3 }),
  ];
  expect(groupsOf(members)).toMatchObject([
    {
      id: "a",
      level: 4,
      alertIds: ["b", "a", "c"],
      standing: 2,
      unseen: 1,
      incidentId: "i1",
      open: ["a"],
      lastAt: T0 + 5,
    },
    { id: "d", level: 3, standing: 1 },
  ]);
});
