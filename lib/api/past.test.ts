import { expect, test } from "vitest";
import { createClient } from "../client/client";
import type { ToldRow } from "../contract/past";
import { putTold } from "../store/past/put-told";
import { commitReadings, noFacts } from "../store/reading/commit-readings";
import { NOW, testApi } from "./test-api";

const row = (seq: number, at: number, noun: ToldRow["noun"], thing: string, it: unknown): ToldRow => ({
  ...{ seq, at, noun, thing },
  body: it === null ? null : JSON.stringify(it),
});
const T = NOW - 100_000;
const gauge = {
  id: "gauge",
  kind: "water-level",
  name: "Old name",
  lat: 1,
  lon: 2,
  zone: "z",
  class: 0,
  properties: {},
};
const told = [
  row(1, T, "device", "gauge", gauge),
  row(2, T, "link", "gauge", "fresh"),
  row(3, T + 10, "state", "gauge water-level", "late"),
  row(4, T + 20, "alert", "a", { id: "a", state: "raised", incidentId: null }),
  row(5, T + 30, "state", "gauge water-level", null),
  row(6, T + 40, "alert", "a", { id: "a", state: "cleared", incidentId: null, clearedAt: T + 40 }),
  row(7, T + 50, "device", "gauge", null),
  row(8, T + 50, "link", "gauge", null),
];

async function pastCity() {
  const { store, as } = await testApi(createClient);
  await putTold(
    store,
    () => ({ rows: told, frame: null }),
    () => undefined,
  );
  const stream = store.history.reader.row<{ id: number }>(
    `SELECT "id" FROM "Stream" WHERE "deviceId" = 'gauge' AND "name" = 'water-level'`,
  );
  const fresh = [5, 15, 45].map((after, i): [number, number, number] => [T + after, stream?.id ?? 0, i + 1]);
  await commitReadings(store, { ...noFacts, fresh, latest: fresh.slice(-1) });
  return as("operator");
}

test("a moment shows what stood then, with the newest reading of then", async () => {
  const api = await pastCity();
  const at = async (after: number) => api.call("getCityAt", { query: { t: T + after } });
  expect((await at(-1)).devices).toEqual([]);
  const early = await at(12);
  expect(early.devices).toMatchObject([
    { name: "Old name", link: "fresh", latest: [{ stream: "water-level", at: T + 5, value: 1, state: "late" }] },
  ]);
  expect([early.alerts, early.knownFrom, early.me, early.city.now]).toEqual([[], T, null, T + 12]);
  expect((await at(35)).alerts).toMatchObject([{ state: "raised" }]);
  expect((await at(35)).devices).toMatchObject([{ latest: [{ value: 2, state: "fresh" }] }]);
  expect(await at(60)).toMatchObject({ devices: [], alerts: [{ state: "cleared" }] });
});

test("changes come in steps, each thing as it stood at its step's end", async () => {
  const api = await pastCity();
  const { frames, to } = await api.call("getCityChanges", { query: { from: T, to: T + 250, stepMs: 100 } });
  expect(to).toBe(T + 250);
  expect(frames).toEqual([
    {
      cursor: "",
      now: T + 100,
      values: [["gauge", "water-level", T + 45, 3]],
      states: [["gauge", "water-level", "fresh"]],
      alerts: [expect.objectContaining({ state: "cleared" })],
      devicesGone: ["gauge"],
    },
  ]);
});

test("what has not come yet, and too much at once, is refused", async () => {
  const api = await pastCity();
  await expect(api.call("getCityAt", { query: { t: NOW + 1 } })).rejects.toMatchObject({ code: "invalid" });
  const query = { from: 0, to: NOW, stepMs: 100 };
  await expect(api.call("getCityChanges", { query })).rejects.toMatchObject({ code: "invalid" });
});
