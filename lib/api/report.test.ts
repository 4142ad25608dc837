import { expect, test } from "vitest";
import { createClient } from "../client/client";
import { IncidentReport } from "../contract/report";
import { commitReadings, noFacts } from "../store/reading/commit-readings";
import { NOW, raise, testApi } from "./test-api";

test("the report has the alerts with what was measured, the requests, the acts and what was sent", async () => {
  const { store, as } = await testApi(createClient);
  const stream = store.history.reader.row<{ id: number }>(
    `SELECT "id" FROM "Stream" WHERE "deviceId" = 'jamsu' AND "name" = 'water-level'`,
  );
  const fresh = [50, 30, 10].map((min, i): [number, number, number] => [
    NOW - min * 60_000,
    stream?.id ?? 0,
    6 + i / 10,
  ]);
  await commitReadings(store, { ...noFacts, fresh, latest: fresh.slice(-1) });
  await raise(store, "a1");
  const operator = as("operator");
  const { id } = await operator.call("openIncident", { body: { alertIds: ["a1"], title: "Jamsu bridge" } });
  const params = { id };
  const asked = await operator.call("requestAssignment", { params, body: { agencyId: "police", note: "close it" } });
  await as("police").call("stepAssignment", { params: { id: asked.id, step: "refuse" }, body: { reason: "no car" } });
  await operator.call("closeIncident", { params, body: { cause: "the dam opened" } });

  const report = IncidentReport.parse(await operator.call("getIncidentReport", { params }));
  expect(report.incident).toMatchObject({ title: "Jamsu bridge", cause: "the dam opened", state: "closed" });
  expect(report.charts).toMatchObject([{ alertId: "a1", bars: [{ level: 3, value: 6.2 }], stream: { unit: "m" } }]);
  expect(report.charts[0]?.points.map((p) => p.last)).toEqual([6, 6.1, 6.2]);
  expect(report.acts.map((a) => a.action)).toEqual([
    "incident.open",
    "assignment.request",
    "assignment.refuse",
    "incident.close",
  ]);
  expect(report.places.map((p) => p.id)).toContain("jamsu");
  await expect(operator.call("getIncidentReport", { params: { id: "none" } })).rejects.toMatchObject({
    code: "not-found",
  });
});
