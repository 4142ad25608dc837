import { expect, onTestFinished, test, vi } from "vitest";
import { wallClock } from "../base/clock";
import { testDoor } from "../device/test-door";
import { kinds } from "../kinds/index";
import { startSimulators } from "./simulators";

const place = { kind: "water-level", lat: 37.5, lon: 127, createdAt: Date.now(), lastSeenAt: null };

test("simulators follow the registry: a new key, a new device, one that is taken out of service", async () => {
  const keys = new Map([["old", "first key"]]);
  const door = await testDoor({ keys: (id) => keys.get(id) });
  const devices = () => [...keys].map(([id, key]) => ({ ...place, id, keyMark: key, key: () => key }));
  const simulators = startSimulators({ url: door.url, devices, clock: wallClock, kinds, followEveryMs: 10 });
  onTestFinished(() => simulators.stop());
  const lines = async () => (await door.devices.fetchSockets()).map((s) => s.data.deviceId).sort();
  const told = (id: string) => door.taken.filter(({ from }) => from === id).map(({ reading }) => reading.at);

  await vi.waitFor(() => expect(told("old").length).toBeGreaterThanOrEqual(144), 10_000);
  keys.set("old", "second key");
  door.devices.disconnectSockets();
  await vi.waitFor(() => expect(door.entered).toEqual(["old", "old"]), 10_000);
  keys.set("new", "a key");
  await vi.waitFor(() => expect(told("new").length).toBeGreaterThanOrEqual(144), 10_000);
  keys.delete("old");
  await vi.waitFor(async () => expect(await lines()).toEqual(["new"]), 10_000);
  expect(new Set(told("old")).size).toBe(told("old").length);
});
