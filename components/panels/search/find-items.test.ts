import { expect, test } from "vitest";
import { emptyCity } from "@/components/live/city-state";
import type { Device } from "@/lib/contract/device";
import { findItems } from "./find-items";

const device = (id: string, name: string, retiredAt: number | null = null) =>
  ({ id, name, kind: "cctv", zone: "riverside", retiredAt }) as Device;
const devices = [
  device("cam-n", "잠수교 북단 카메라"),
  device("jamsu", "잠수교"),
  device("old", "잠수교 옛 카메라", 5),
  device("other", "한강대교"),
];
const city = { ...emptyCity, devices: new Map(devices.map((it) => [it.id, it])) };
const found = (query: string) =>
  findItems(city, query, "ko").flatMap(({ items }) => items.map((it) => it.selection.id));

test("every word must fit, in any order; the shortest title first; what is retired is not found", () => {
  expect(found("잠수교")).toEqual(["jamsu", "cam-n"]);
  expect(found("카메라 잠수")).toEqual(["cam-n"]);
  expect(found("JAMSU")).toEqual(["jamsu"]);
  expect(found("없는 것")).toEqual([]);
});

test("without words there are no devices, only what needs a hand", () => {
  expect(found("")).toEqual([]);
});
