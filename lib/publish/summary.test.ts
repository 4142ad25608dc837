import { expect, it } from "vitest";
import { HOUR } from "../base/clock";
import type { Alert } from "../contract/alert";
import type { Device, LinkState } from "../contract/device";
import { describeKind } from "../contract/kind";
import { kinds } from "../kinds/index";
import { summarize } from "./summary";

const NOW = 1_800_000_000_000;
const city = { mode: "live", demo: false, now: NOW, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null } as const;
const words = { ko: "말", en: "words" };

function device(id: string, link: LinkState, more: Partial<Device> = {}): Device {
  const place = { lat: 37.51554, lon: 126.99612, zone: "riverside", class: 0, simulated: false, properties: {} };
  const times = { keepAliveMs: 1, createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
  return { id, kind: "water-level", name: `Device ${id}`, ...place, ...times, link, latest: [], ...more };
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
  const handled = { acknowledgedAt: null, acknowledgedBy: null, note: "staff only", published: true, incidentId: null };
  return { id, ...rule, ...place, ...state, ...handled, ...more };
}

const facts = {
  city,
  devices: [device("a", "fresh")],
  kinds: [...kinds.values()].map(describeKind),
  rules: [],
  storageFailed: false,
  official: { warnings: [], feeds: [] },
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
  const sure = (links: LinkState[], storageFailed = false) =>
    summarize({ ...facts, alerts: [], storageFailed, devices: links.map((l, i) => device(String(i), l)) }).sure;
  expect([sure([]), sure(["fresh"]), sure(["fresh", "late"]), sure(["fresh", "late", "never"])]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(sure(["fresh"], true)).toBe(false);
});

it("counts devices in service and says how old the newest reading is", () => {
  const latest = [
    { stream: "water-level", at: NOW - 5, value: 1 },
    { stream: "x", at: NOW - 9, value: 1 },
  ];
  const devices = [device("a", "fresh", { latest }), device("b", "offline"), device("gone", "fresh", { retiredAt: 1 })];
  const summary = summarize({ ...facts, alerts: [], devices });
  expect(summary).toMatchObject({
    dataAt: NOW - 5,
    devices: { total: 2, fresh: 1 },
    watches: [{ kind: "water-level", count: 2 }],
  });
  expect(told([]).dataAt).toBeNull();
});
