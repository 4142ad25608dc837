import { expect, it } from "vitest";
import { HOUR } from "../base/clock";
import type { Alert } from "../contract/alert";
import { describeKind } from "../contract/kind";
import { kinds } from "../kinds/index";
import { type SummaryFacts, summarize } from "./summary";

const NOW = 1_800_000_000_000;
const city = { mode: "live", demo: false, now: NOW, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null } as const;
const words = { ko: "말", en: "words" };

/** So many gauges in service, so many of them speaking. */
function fleet(total: number, fresh: number, newestAt: number | null = null) {
  return { total, links: { fresh }, kinds: new Map([["water-level", total]]), newestAt };
}

function alert(id: string, more: Partial<Alert> = {}): Alert {
  const rule = {
    ruleId: "r",
    ruleVersion: 1,
    ruleName: words,
    stream: "water-level",
    hazard: "flood",
    level: 2,
  } as const;
  const place = {
    deviceId: "a",
    deviceName: "Device a",
    kind: "water-level",
    zone: "riverside",
    lat: 37.51554,
    lon: 126.99612,
  };
  const state = {
    state: "raised",
    raisedAt: NOW - HOUR,
    recordedAt: NOW,
    value: 1,
    clearedAt: null,
    clearedValue: null,
  } as const;
  const handled = {
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: "staff only",
    published: true,
    groupId: "g",
    incidentId: null,
  };
  return { id, ...rule, ...place, ...state, ...handled, ...more };
}

const facts = {
  city,
  fleet: fleet(1, 1),
  simulated: (id: string) => id === "simulated",
  kinds: [...kinds.values()].map(describeKind),
  rules: [],
  official: { warnings: [], feeds: [] },
  storage: { state: "ok" as const, since: null },
  faulty: false,
};
const told = (alerts: Alert[]) => summarize({ ...facts, alerts });

it("tells only what is published, never a camera's, worst first, placed to about 500 m", () => {
  const camera = [alert("c", { hazard: "camera" }), alert("d", { kind: "cctv" })];
  const summary = told([
    alert("a"),
    alert("b", { level: 4 }),
    alert("hidden", { published: false, level: 4 }),
    ...camera,
  ]);
  expect([summary.level, summary.alerts.map((a) => a.id)]).toEqual([4, ["b", "a"]]);
  expect(summary.alerts[0]).toMatchObject({ lat: 37.515, lon: 126.995, place: "Device a", since: NOW - HOUR });
  expect(JSON.stringify(summary)).not.toContain("staff only");
});

it("keeps what ended for six hours", () => {
  const ended = (id: string, ago: number) => alert(id, { state: "cleared", clearedAt: NOW - ago });
  const summary = told([ended("old", 7 * HOUR), ended("x", 2 * HOUR), ended("y", HOUR)]);
  expect([summary.level, summary.alerts, summary.ended.map((a) => a.id)]).toEqual([0, [], ["y", "x"]]);
});

it("is sure only while at least half of the devices speak and the database stores", () => {
  const sure = (total: number, fresh: number, more: Partial<SummaryFacts> = {}) =>
    summarize({ ...facts, alerts: [], fleet: fleet(total, fresh), ...more }).sure;
  expect([sure(0, 0), sure(1, 1), sure(2, 1), sure(3, 1)]).toEqual([false, true, true, false]);
  expect(sure(1, 1, { faulty: true })).toBe(false);
  expect(sure(1, 1, { storage: { state: "full", since: NOW } })).toBe(false);
});

it("counts devices in service, says how old the newest reading is and whose danger is simulated", () => {
  const alerts = [alert("a", { deviceId: "simulated" }), alert("b")];
  const summary = summarize({ ...facts, alerts, fleet: fleet(2, 1, NOW - 5) });
  expect(summary).toMatchObject({
    dataAt: NOW - 5,
    devices: { total: 2, fresh: 1 },
    watches: [{ kind: "water-level", count: 2 }],
  });
  expect(summary.alerts.map((a) => a.simulated)).toEqual([true, false]);
  expect(told([]).dataAt).toBeNull();
});
