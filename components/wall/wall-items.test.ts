import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import type { Incident } from "@/lib/contract/incident";
import type { Level } from "@/lib/contract/level";
import { IN_TURN, lookAt, orbit, wallItems } from "./wall-items";

const place = { hazard: "flood" as const, lat: 37, lon: 127 };
const alert = (id: string, level: Level, more: Partial<Alert> = {}) =>
  ({
    id,
    groupId: id,
    level,
    state: "raised",
    deviceName: id,
    raisedAt: 10,
    incidentId: null,
    ...place,
    ...more,
  }) as Alert;
const incident = (id: string, level: Level, more: Partial<Incident> = {}) =>
  ({ id, level, state: "open", title: id, openedAt: 5, assignments: [], ...place, ...more }) as unknown as Incident;

test("the worst stands first, and what waits for somebody before what does not", () => {
  const alerts = [
    alert("seen", 3, { state: "acknowledged" }),
    alert("new", 3),
    alert("gone", 4, { state: "cleared" }),
    alert("taken", 4, { incidentId: "i" }),
    alert("member", 2, { groupId: "new" }),
    alert("orphan", 1, { groupId: "gone" }),
  ];
  const items = wallItems(alerts, [incident("i", 4), incident("over", 4, { state: "closed" })], 100);
  expect(items.map((it) => [it.id, it.waits?.missing])).toEqual([
    ["i", "asked"],
    ["new", "seen"],
    ["seen", undefined],
    ["orphan", "seen"],
  ]);
});

test("each of the worst is looked at, nothing that is less bad, and the whole city every fourth time", () => {
  const levels = fc.array(fc.constantFrom<Level>(1, 2, 3, 4), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(levels, (given) => {
      const items = wallItems(
        given.map((level, i) => alert(`a${String(i).padStart(2, "0")}`, level)),
        [],
        20,
      );
      const looks = Array.from({ length: 4 * IN_TURN }, (_, turn) => lookAt(items, turn));
      expect(looks.map((it) => it === null)).toEqual(looks.map((_, turn) => turn % 4 === 3));
      const worst = items.filter((it) => it.level === items[0]?.level).slice(0, IN_TURN);
      expect(new Set(looks.flatMap((it) => it?.id ?? []))).toEqual(new Set(worst.map((it) => it.id)));
    }),
    { numRuns: 60 },
  );
  expect(lookAt([], 0)).toBeNull();
});

test("the picture never stands still and never leaves its square", () => {
  for (let minute = 0; minute < 60; minute++) {
    const [here, next] = [orbit(minute), orbit(minute + 1)];
    expect(Math.abs(here.x - next.x) + Math.abs(here.y - next.y)).toBe(1);
    expect(Math.max(here.x, here.y)).toBeLessThanOrEqual(6);
  }
});
