import { describe, expect, it } from "vitest";
import type { Device } from "@/lib/contract/device";
import { deviceRows, everyDevice, PAGE_ROWS } from "./device-rows";

const device = (id: string, more: Partial<Device> = {}): Device => ({
  id,
  kind: "water-level",
  name: id,
  lat: 37.5,
  lon: 127,
  zone: "street",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: 60_000,
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
  link: "fresh",
  latest: [],
  ...more,
});

const ids = (devices: Device[], change: object) =>
  deviceRows(devices, { ...everyDevice, ...change }).rows.map((d) => d.id);

describe("the device table", () => {
  const some = [
    device("b", { link: "offline", lastSeenAt: 5 }),
    device("a", { kind: "cctv", zone: "riverside", lastSeenAt: 9 }),
    device("c", { retiredAt: 7 }),
  ];
  it("hides what is retired until it is asked for", () => {
    expect(ids(some, {})).toEqual(["a", "b"]);
    expect(ids(some, { link: "retired" })).toEqual(["c"]);
  });
  it("filters by text, kind, zone and link", () => {
    expect(ids(some, { text: " RIVER " })).toEqual(["a"]);
    expect(ids(some, { kind: "cctv" })).toEqual(["a"]);
    expect(ids(some, { zone: "street" })).toEqual(["b"]);
    expect(ids(some, { link: "offline" })).toEqual(["b"]);
  });
  it("sorts what needs a hand first, and either way", () => {
    expect(ids(some, { sort: "link" })).toEqual(["b", "a"]);
    expect(ids(some, { sort: "seen", down: true })).toEqual(["a", "b"]);
  });
  it("pages, and stays on the last page when there are fewer", () => {
    const many = Array.from({ length: PAGE_ROWS + 1 }, (_, i) => device(`d${String(i).padStart(4, "0")}`));
    const past = deviceRows(many, { ...everyDevice, page: 9 });
    expect(past).toMatchObject({ found: PAGE_ROWS + 1, pages: 2, page: 1 });
    expect(past.rows).toHaveLength(1);
    expect(deviceRows([], everyDevice)).toMatchObject({ found: 0, pages: 1, page: 0, rows: [] });
  });
});
