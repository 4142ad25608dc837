import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Unit } from "../../contract/incident";
import { readCalls, type Sent } from "./calls";
import { rankOfSent, Whereabouts } from "./choice";
import { happeningsOf } from "./happenings";
import { replay } from "./replay";
import { choiceOf, stepsOf } from "./report";

const FILE = "../shared/data/sf-fire-dispatch/calls.csv.gz";
const played = process.env.HAECHI_RECORDINGS === "on" && existsSync(FILE);

const sent = (unit: string, more: Partial<Sent> = {}): Sent => ({
  call: "c",
  unit,
  unitType: "ENGINE",
  what: "fire",
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

test("the sent unit is ranked among the free ones of its type whose whereabouts are known, not against who went with it", () => {
  const where = new Whereabouts();
  for (const [id, lat] of [
    ["near", 37.7],
    ["went-too", 37.701],
    ["sent", 37.71],
    ["far", 37.8],
    ["busy", 37.702],
    ["truck", 37.703],
  ] as const)
    for (let i = 0; i < 5; i++) where.arrived(id, { lat, lon: -122.4 });
  const units = [
    ...["near", "went-too", "sent", "far", "unknown"].map((id) => unit(id)),
    unit("busy", { assignmentIds: ["x"] }),
    unit("truck", { type: "TRUCK" }),
  ];
  const together = new Set(["sent", "went-too"]);
  expect(rankOfSent(sent("sent"), units, together, where, "home")).toMatchObject({ rank: 2, among: 3 });
  expect(rankOfSent(sent("unknown"), units, new Set(["unknown"]), where, "home")).toBeNull();
});

test("shares are counted beside what lots would come to", () => {
  const chosen = [1, 2, 4, 5].map((rank) => ({ guess: "home" as const, unitType: "ENGINE", rank, among: 5 }));
  const counted = { count: 4, top1: 0.25, top3: 0.5, blind1: 0.2, rank: 3, among: 5 };
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
