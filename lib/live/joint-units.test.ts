import { expect, test } from "vitest";
import type { Assignment, AssignmentState, Incident, Unit } from "../contract/incident";
import { visibleIncident } from "../guard/visible-incident";
import { type Content, partFor, type Sight } from "./rooms";

const unit = (id: string, agencyId: string, assignmentIds: string[] = []): Unit => ({
  ...{ id, agencyId, stationId: "home", name: { ko: id, en: id }, type: "pump", lat: 37.5, lon: 127, positionAt: 1 },
  assignmentIds,
});
const asked = (id: string, agencyId: string, state: AssignmentState, unitId: string | null = null) =>
  ({
    id,
    agencyId,
    state,
    unitId,
    note: "hush",
    reason: null,
    deadlines: [],
    acceptedBy: "Kim",
  }) as unknown as Assignment;
const incident = (id: string, assignments: Assignment[]) =>
  ({ id, state: "open", alertIds: [], timeline: [], assignments }) as unknown as Incident;

const pump = unit("pump-1", "fire", ["f1", "f2"]);
const car = unit("car-1", "police", ["p1"]);

function seen(incidents: Incident[], content: Content, room: "police" | "road" = "police") {
  const sight: Sight = {
    incidents: new Map(incidents.map((it) => [it.id, it])),
    alerts: new Map(),
    units: new Map([pump, car].map((it) => [it.id, it])),
    hidden: () => false,
    visible: visibleIncident,
  };
  return partFor(`agency:${room}`, content, sight);
}
const both = (fire: AssignmentState) =>
  incident("i", [asked("p1", "police", "en-route", "car-1"), asked("f1", "fire", fire, "pump-1")]);
const move: Content = { moves: [["pump-1", 2, 37.6, 127]] };

test("who is on an incident sees another agency's unit go there, without what else it has to do, its station, notes or people", () => {
  const it = both("accepted");
  const part = seen([it, incident("else", [asked("f2", "fire", "accepted", "pump-1")])], { incidents: [it] });
  expect(part?.units).toEqual([{ ...pump, stationId: null, assignmentIds: ["f1"] }]);
  expect(part?.incidents?.[0]?.assignments[1]).toMatchObject({ unitId: "pump-1", note: null, acceptedBy: null });
  expect(seen([it], move)?.moves).toEqual(move.moves);
  // its own it hears of as ever
  expect(seen([it], { units: [car] })?.units).toEqual([car]);
});

test("before the yes and after it has left nobody else sees the unit; it is taken off the screen with the step", () => {
  for (const state of ["requested", "refused", "cleared", "cancelled"] as const) {
    const it = both(state);
    const part = seen([it], { incidents: [it], units: [pump] });
    expect([part?.units, part?.unitsGone]).toEqual([undefined, ["pump-1"]]);
    expect(part?.incidents?.[0]?.assignments[1]?.unitId).toBeNull();
    expect(seen([it], move)).toBeNull();
  }
});

test("an agency that is not on the incident hears nothing of its units, not even that there are some", () => {
  const it = both("en-route");
  expect(seen([it], { incidents: [it], units: [pump, car], ...move }, "road")).toBeNull();
});

test("who is asked later is told of those that go already", () => {
  const later = both("en-route");
  later.assignments.push(asked("r1", "road", "requested"));
  const units = seen([later], { incidents: [later] }, "road")?.units;
  expect(units?.map((it) => it.id).sort()).toEqual(["car-1", "pump-1"]);
});
