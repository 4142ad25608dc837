import { expect, test } from "vitest";
import type { Unit } from "../contract/incident";
import { kinds } from "../kinds/index";
import { halvesOf, Places, unitsAt } from "./past-moves";

const tracker = { id: "tracker", kind: "unit", properties: { unit: "car" } };
const streams = new Map(["lat", "lon", "speed"].map((name, i) => [i + 1, { deviceId: "tracker", name }]));
const halves = halvesOf([tracker, { id: "gauge", kind: "water-level", properties: {} }], streams, kinds);
const car = { id: "car", lat: 1, lon: 2, positionAt: 100 } as Unit;

test("a unit stands where its tracker was, but never on two halves of different instants, nor behind what was told", () => {
  const at = (lat: number, lon: number) =>
    unitsAt(
      [car],
      new Map([
        [1, { at: lat, value: 37.5 }],
        [2, { at: lon, value: 127 }],
      ]),
      halves,
    )[0];
  expect(at(200, 200)).toMatchObject({ lat: 37.5, lon: 127, positionAt: 200 });
  expect(at(200, 190)).toBe(car);
  expect(at(50, 50)).toBe(car);
});

test("who drives due north is told as often as who does not", () => {
  const places = new Places(halves);
  const moves = [1, 2].flatMap((n) => [places.take(1, n, 37 + n), places.take(2, n, 127), places.take(3, n, 50)]);
  expect(moves.filter(Boolean)).toEqual([
    ["car", 1, 38, 127],
    ["car", 2, 39, 127],
  ]);
});

test("a half that was not believed then moves nothing", () => {
  const places = new Places(halves, new Set(["1 2"]));
  const moves = [1, 2, 3].flatMap((n) => [places.take(1, n, 37 + n), places.take(2, n, 127)]);
  expect(moves.filter(Boolean)).toEqual([
    ["car", 1, 38, 127],
    ["car", 3, 40, 127],
  ]);
});
