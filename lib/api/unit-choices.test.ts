import { expect, test } from "vitest";
import { Failure } from "../base/failure";
import { createClient } from "../client/client";
import type { ApiContext } from "./context";
import { NOW, raise, testApi } from "./test-api";

async function opened(secondsTo: ApiContext["secondsTo"]) {
  const api = await testApi(createClient, { secondsTo });
  await raise(api.store, "a1");
  const { id } = await api.as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  const ask = (role: "operator" | "police" | "fire", agencyId?: string) =>
    api.as(role).call("listUnitChoices", { params: { id }, query: { agencyId } });
  return { ...api, id, ask };
}

test("units of the asked agency by travel time, on a straight line where there is no routing server", async () => {
  const { ask, store } = await opened(null);
  await store.write((tx) => tx.unit.update({ where: { id: "police-2" }, data: { lat: 37.5154, lon: 126.996 } }));
  const { choices, fellBack } = await ask("operator", "police");
  expect(fellBack).toBeNull();
  expect(choices.map(({ unitId, by }) => [unitId, by])).toEqual([
    ["police-2", "straight"],
    ["police-1", "straight"],
  ]);
});

test("by road where the server answers, with the line where no road leads, and it is said when it does not answer", async () => {
  const { ask } = await opened(async (from) => from.map((_, i) => (i === 0 ? null : 60)));
  expect((await ask("operator", "police")).choices.map(({ unitId, by }) => [unitId, by])).toEqual([
    ["police-2", "road"],
    ["police-1", "straight"],
  ]);
  const dead = await opened(async () => {
    throw new Failure("busy", "The routing server does not answer.");
  });
  const { choices, fellBack } = await dead.ask("operator", "police");
  expect(choices).toHaveLength(2);
  expect(fellBack).toContain("routing server");
});

test("an agency is told of its own units, whatever it asks for, and only of incidents that it was asked to", async () => {
  const { ask, as, id } = await opened(null);
  await expect(ask("fire")).rejects.toMatchObject({ code: "not-found" });
  await as("operator").call("requestAssignment", { params: { id }, body: { agencyId: "fire" } });
  const { choices } = await ask("fire", "police");
  expect(choices.map(({ unitId }) => unitId)).toEqual(["fire-1", "fire-2"]);
});

test("a crew that nobody sees is where it said last that it was, or on its way to its station; the age is told, and the law with its sources", async () => {
  const { ask, as, id, store } = await opened(null);
  const hour = 3_600_000;
  await store.write(async (tx) => {
    await tx.station.create({ data: { id: "s", agencyId: "police", nameKo: "s", nameEn: "s", lat: 37.55, lon: 127 } });
    await tx.unit.updateMany({ data: { positionAt: BigInt(NOW - 2 * hour) } });
    await tx.unit.update({ where: { id: "police-2" }, data: { stationId: "s" } });
  });
  const body = { agencyId: "police", unitId: "police-1" };
  const { id: request } = await as("operator").call("requestAssignment", { params: { id }, body });
  for (const step of ["accept", "en-route", "arrive", "clear"] as const)
    await as("police").call("stepAssignment", { params: { id: request, step }, body: {} });
  await store.write((tx) =>
    tx.assignment.update({
      where: { id: request },
      data: { arrivedAt: BigInt(NOW - 2 * hour), clearedAt: BigInt(NOW - hour) },
    }),
  );
  const { choices, law } = await ask("operator", "police");
  const of = (unitId: string) => choices.find((it) => it.unitId === unitId);
  expect(of("police-1")).toMatchObject({
    knownBy: "scene",
    distanceM: 0,
    knownAt: NOW - hour,
    unsureM: 4000,
    place: "stale",
  });
  expect(of("police-2")).toMatchObject({ knownBy: "station", knownAt: NOW - 2 * hour, unsureM: 0, place: "stale" });
  expect(of("police-2")?.turnoutS).toBe(law.turnoutS.other?.value);
  expect(law.sPerKm.source).toContain("RAND");
});
