import { beforeEach, expect, test } from "vitest";
import type { Device } from "@/lib/contract/device";
import type { Snapshot } from "@/lib/contract/live";
import { emptyCity } from "./city-state";
import {
  board,
  forgetCity,
  goOnInPast,
  leavePast,
  lineEvent,
  liveStore,
  presentCity,
  showPast,
  takeDelta,
  takeSnapshot,
} from "./live-store";

const device = (at: number, value: number): Device =>
  ({
    id: "gauge",
    kind: "water-level",
    link: "fresh",
    lastSeenAt: at,
    status: null,
    latest: [{ stream: "s", at, value, state: "fresh" }],
  }) as unknown as Device;
const snapshot = (now: number, value: number): Snapshot => ({
  ...emptyCity,
  ...{ cursor: "boot.staff.1", kinds: [], zones: [], alerts: [], incidents: [], agencies: [], stations: [], units: [] },
  city: { mode: "live", demo: false, now, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null },
  me: { id: "op", name: "op", email: "", role: "operator", agencyId: null },
  ...{ devices: [device(now, value)], warnings: [], feeds: [] },
});
const past = { ...snapshot(500, 5), cursor: "", me: null };
const value = () => board.of("gauge")?.values.get("s")?.value;

beforeEach(() => forgetCity());

test("while the past is shown the present goes on unseen, and is whole when it is shown again", () => {
  takeSnapshot(snapshot(1000, 1), 0);
  showPast(past, 10);
  expect([value(), liveStore.getState().me, liveStore.getState().clock.city]).toEqual([5, null, 500]);
  takeDelta({ cursor: "boot.staff.2", now: 1010, values: [["gauge", "s", 1010, 2]], zones: [zone] }, 20);
  goOnInPast([{ cursor: "", now: 600, values: [["gauge", "s", 600, 6]] }], 650, 30);
  expect([value(), liveStore.getState().clock.city, liveStore.getState().zones.size]).toEqual([6, 650, 0]);
  expect(presentCity().cursor).toBe("boot.staff.2");
  // a city is known: nothing looks as if it were still loading
  expect(liveStore.getState().cursor).not.toBe("");
  leavePast();
  const { me, cursor, zones } = liveStore.getState();
  expect([value(), me?.role, cursor, [...zones.keys()]]).toEqual([2, "operator", "boot.staff.2", ["z"]]);
});

test("a line that is lost is seen in the past too, and a step of the past that comes too late shows nothing", () => {
  takeSnapshot(snapshot(1000, 1), 0);
  showPast(past, 10);
  lineEvent("lost", 20);
  expect(liveStore.getState().connection.state).toBe("offline");
  leavePast();
  goOnInPast([{ cursor: "", now: 600, values: [["gauge", "s", 2000, 6]] }], 650, 30);
  expect([value(), liveStore.getState().connection.state]).toEqual([1, "offline"]);
});

test("a step keeps the state of a stream until it says another", () => {
  takeSnapshot(snapshot(1000, 1), 0);
  showPast(past, 10);
  const state = () => board.of("gauge")?.values.get("s")?.state;
  goOnInPast([{ cursor: "", now: 600, states: [["gauge", "s", "frozen"]] }], 600, 20);
  goOnInPast([{ cursor: "", now: 700, values: [["gauge", "s", 700, 5]] }], 700, 30);
  expect(state()).toBe("frozen");
  goOnInPast([{ cursor: "", now: 800, values: [["gauge", "s", 800, 7]], states: [["gauge", "s", "fresh"]] }], 800, 40);
  expect([state(), value()]).toEqual(["fresh", 7]);
});

const zone = { id: "z", purpose: "street" as const, name: { ko: "z", en: "z" }, geometry: null };
