import fc from "fast-check";
import { expect, it } from "vitest";
import { viewSides } from "../../contract/privacy";
import { type AuditEntry, writeAudit } from "../../guard/audit";
import { rescueDatabase } from "../rescue";
import { testStore } from "../test-store";
import { listViewEntries } from "./list-view-entries";
import { monthTotals, totalsSince, viewMonths } from "./view-totals";

const OCTOBER = Date.parse("2026-10-31T23:30:00+09:00");
const NOVEMBER = Date.parse("2026-11-01T00:00:00+09:00");
const EVER = { from: 0, to: NOVEMBER * 2 };

type Act = { verb: "start" | "end" | "refused"; camera: string; person: string; seconds: number; at: number };
const act = fc.record({
  verb: fc.constantFrom<Act["verb"][]>("start", "end", "refused"),
  camera: fc.constantFrom("a", "b"),
  person: fc.constantFrom("person:kim@city", "person:lee@city"),
  seconds: fc.nat(600),
  at: fc.constantFrom(OCTOBER, NOVEMBER),
});
const entryOf = ({ verb, camera, person, seconds, at }: Act): AuditEntry => ({
  at,
  actor: person,
  action: `camera.view.${verb}`,
  subject: `camera:${camera}`,
  detail: {
    ...{ cameraId: camera, incidentId: "i", purpose: "verify-alert", agencyId: camera === "a" ? "police" : null },
    ...(verb === "end" && { seconds }),
  },
});

it("counts what the record tells, on every side and in the city's months, beside anything else that is recorded", async () => {
  const store = await testStore();
  const other = { at: 1, actor: "person:kim@city", action: "device.add", subject: "device:a" };
  const all: Act[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      all.push(...acts);
      await store.write((tx) => writeAudit(tx, other, ...acts.map(entryOf)));
      for (const [month, at] of [
        ["2026-10", OCTOBER],
        ["2026-11", NOVEMBER],
      ] as const) {
        const those = all.filter((a) => a.at === at);
        const count = (verb: Act["verb"]) => those.filter((a) => a.verb === verb).length;
        const seconds = those.reduce((sum, a) => sum + (a.verb === "end" ? a.seconds : 0), 0);
        const sum = { views: count("start"), refused: count("refused"), seconds };
        for (const side of viewSides) {
          const totals = await monthTotals(store.reader, month, side, 99);
          const summed = (of: "views" | "refused" | "seconds") => totals.reduce((n, t) => n + t[of], 0);
          expect({ views: summed("views"), refused: summed("refused"), seconds: summed("seconds") }).toEqual(sum);
        }
        const told = (await viewMonths(store.reader, 9)).find((m) => m.month === month);
        if (those.length > 0) expect(told).toEqual({ month, ...sum });
      }
    }),
    { numRuns: 8 },
  );
  expect((await totalsSince(store.reader, "2026-11", "agency")).every((t) => t.month === "2026-11")).toBe(true);
});

it("tells two looks of a person at one camera apart by their ids, and whoever has not signed in from the city's own room", async () => {
  const store = await testStore();
  const act = (verb: Act["verb"], viewId: string, seconds = 0) => {
    const entry = entryOf({ verb, camera: "b", person: "person:kim@city", seconds, at: OCTOBER });
    return { ...entry, detail: { ...entry.detail, viewId } };
  };
  const tried = { cameraId: "b", incidentId: null, purpose: null, agencyId: null };
  const stranger = { ...act("refused", ""), actor: "anonymous", detail: tried };
  const acts = [act("start", "1"), act("start", "2"), act("end", "1", 11), act("end", "2", 22), stranger];
  await store.write((tx) => writeAudit(tx, ...acts));
  const told = await listViewEntries(store.reader, EVER, 9);
  expect(told.map((v) => [v.agencyId, v.seconds])).toEqual([
    ["anonymous", null],
    ["", 22],
    ["", 11],
  ]);
  expect(told[0]).toMatchObject({ incidentId: "", purpose: "" });
  const agencies = await monthTotals(store.reader, "2026-10", "agency", 9);
  expect(agencies.map((a) => [a.key, a.views, a.refused])).toEqual([
    ["", 2, 0],
    ["anonymous", 0, 1],
  ]);
});

it("gives each view the end that is its own, by whom it began, and tells the same after a rescue", async () => {
  const store = await testStore();
  const kim = { camera: "a", person: "person:kim@city", seconds: 0, at: OCTOBER };
  const lee = { ...kim, person: "person:lee@city" };
  await store.write((tx) =>
    writeAudit(
      tx,
      ...[
        { ...kim, verb: "start" as const },
        { ...lee, verb: "start" as const, at: NOVEMBER },
        { ...kim, verb: "refused" as const, camera: "b", at: NOVEMBER + 1 },
        { ...kim, verb: "end" as const, seconds: 30, at: NOVEMBER + 2 },
        // the city ended it, since the incident was closed
        { ...lee, verb: "end" as const, seconds: 50, at: NOVEMBER + 3, person: "system:cameras" },
      ].map(entryOf),
    ),
  );
  const told = async () =>
    (await listViewEntries(store.reader, EVER, 9)).map((v) => [v.person, v.outcome, v.seconds, v.endedAt]);
  expect(await told()).toEqual([
    ["person:kim@city", "refused", null, null],
    ["person:lee@city", "viewed", 50, NOVEMBER + 3],
    ["person:kim@city", "viewed", 30, NOVEMBER + 2],
  ]);
  const people = await monthTotals(store.reader, "2026-11", "person", 9);
  expect(people.map((p) => [p.key, p.seconds])).toEqual([
    ["person:lee@city", 50],
    ["person:kim@city", 30],
  ]);
  const saved = rescueDatabase(store.file, `${store.file}.rescued`);
  expect(saved.find((s) => s.table === "CameraViewRow")).toMatchObject({ rows: 3, whole: true });
  expect(saved.find((s) => s.table === "CameraViewTotal")?.rows).toBe(await store.reader.cameraViewTotal.count());
});
