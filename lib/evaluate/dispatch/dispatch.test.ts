import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Unit } from "../../contract/incident";
import { usualLaw as law } from "../../dispatch/pack/travel";
import { readCalls, type Sent } from "./calls";
import { Known, ranksOfSent } from "./choice";
import { byLaw, driveOf, fitStartS, missOf, withStart } from "./drives";
import { happeningsOf } from "./happenings";
import { replay } from "./replay";
import { choiceOf } from "./report";
import { stepsOf } from "./steps";

const FILE = "../shared/data/sf-fire-dispatch/calls.csv.gz";
const played = process.env.HAECHI_RECORDINGS === "on" && existsSync(FILE);

const sent = (unit: string, more: Partial<Sent> = {}): Sent => ({
  call: "c",
  unit,
  unitType: "ENGINE",
  what: "fire",
  urgent: true,
  area: "",
  place: { lat: 37.7, lon: -122.4 },
  received: 0,
  dispatched: 10,
  enRoute: 20,
  onScene: 30,
  available: 40,
  ...more,
});
const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  agencyId: "sffd",
  stationId: null,
  name: { ko: id, en: id },
  type: "ENGINE",
  lat: 0,
  lon: 0,
  positionAt: 0,
  assignmentIds: [],
  ...more,
});

test("a call is opened once, units become free before others are asked at the same second, and a step that is absent is not taken", () => {
  const rows = [sent("a"), sent("b", { dispatched: 40, onScene: null, enRoute: null, available: 50 })];
  expect(happeningsOf(rows).map((it) => [it.at, it.do, it.sent.unit])).toEqual([
    [0, "open", "a"],
    [10, "ask", "a"],
    [20, "en-route", "a"],
    [30, "arrive", "a"],
    [40, "free", "a"],
    [40, "ask", "b"],
    [50, "free", "b"],
  ]);
});

const MINUTE = 60_000;

test("the sent unit is ranked among the free ones of its type of which something is known, not against who went with it", () => {
  const known = new Known();
  for (const [id, lat] of [
    ["near", 37.7],
    ["went-too", 37.701],
    ["sent", 37.71],
    ["far", 37.8],
    ["busy", 37.702],
    ["truck", 37.703],
  ] as const)
    for (let i = 0; i < 5; i++) known.arrived(id, { lat, lon: -122.4 }, 0);
  const units = [
    ...["near", "went-too", "sent", "far", "unknown"].map((id) => unit(id)),
    unit("busy", { assignmentIds: ["x"] }),
    unit("truck", { type: "TRUCK" }),
  ];
  const together = new Set(["sent", "went-too"]);
  const ranks = ranksOfSent(sent("sent", { dispatched: 60 * MINUTE }), units, together, { known, law });
  expect(ranks.map(({ guess, rank, among }) => [guess, rank, among])).toEqual([
    ["city", 2, 3],
    ["home", 2, 3],
    ["last", 2, 3],
    ["newest", 2, 3],
  ]);
  expect(ranksOfSent(sent("unknown"), units, new Set(["unknown"]), { known, law })).toEqual([]);
});

test("an engine is looked for at its station, an ambulance where it was last, the less the longer ago", () => {
  const at = (lat: number) => ({ lat, lon: -122.4 });
  const known = new Known(
    new Map([
      ["home", at(37.7)],
      ["away", at(37.8)],
    ]),
  );
  known.arrived("home", at(37.8), 0);
  known.arrived("away", at(37.7), 0);
  const first = (unitType: string) => {
    const units = ["home", "away"].map((id) => unit(id, { type: unitType }));
    const call = sent("home", { unitType, dispatched: 600 * MINUTE });
    return ranksOfSent(call, units, new Set(), { known, law })[0]?.rank;
  };
  expect(first("ENGINE")).toBe(1);
  expect(first("MEDIC")).toBe(2);
  known.wasAt("home", at(37.75), 590 * MINUTE);
  expect(first("MEDIC")).toBe(1);
});

test("the start is found again that drives were made with, whatever the slope's noise, and nothing else is fitted", () => {
  const made = withStart(law, 120);
  const drives = [300, 700, 1500, 3000].map((metres) => ({
    ...{ unitType: "ENGINE", urgent: true, at: 0, metres, turnoutS: 60 },
    driveS: byLaw(made)(metres),
  }));
  expect(fitStartS(drives, law)).toBe(120);
  expect(missOf(drives, byLaw(made))).toMatchObject({ count: 4, offS: 0, absS: 0, abs90S: 0 });
  expect(missOf(drives, byLaw(law)).offS).toBeLessThan(-20);
});

test("a way is counted from the station as it was known before it, and a row without its steps is none", () => {
  const known = new Known(new Map([["a", { lat: 37.71, lon: -122.4 }]]));
  const went = sent("a", { dispatched: 0, enRoute: 30_000, onScene: 130_000 });
  expect(driveOf(went, known)).toMatchObject({ turnoutS: 30, driveS: 100, metres: expect.closeTo(1112, 0) });
  expect(driveOf({ ...went, unit: "b" }, known)).toMatchObject({ metres: null });
  expect(driveOf({ ...went, onScene: null }, known)).toBeNull();
});

test("shares are counted beside what lots would come to", () => {
  const chosen = [1, 2, 4, 5].map((rank) => ({ guess: "home" as const, unitType: "ENGINE", at: 0, rank, among: 5 }));
  const counted = { count: 4, first: 0.25, in3: 0.5, lots1: 0.2 };
  expect(choiceOf(chosen)).toMatchObject(counted);
});

test.skipIf(!played)(
  "the first calls, by the verbs: every step at the file's second",
  { timeout: 300_000 },
  async () => {
    const rows = (await readCalls(FILE)).slice(0, 60);
    const { kept } = await replay(rows, () => undefined);
    expect(kept).toHaveLength(60);
    for (const step of stepsOf(kept))
      expect(step, step.name).toMatchObject({ differ: 0, mostMs: 0, oursS: step.fileS });
    const away = rows.filter(({ onScene, available }) => onScene === null && available !== null).length;
    expect(kept.filter(({ state }) => state === "cancelled")).toHaveLength(away);
  },
);
