import { sharesUnit } from "../lib/contract/incident";
import type { Route } from "../lib/contract/route";
import { type RouteName, routes } from "../lib/contract/routes";
import { expect, test } from "./support/fixtures";
import { connectLive } from "./support/live";

const table = Object.entries(routes) as [RouteName, Route][];
const path = (route: Route) => `/api/v1${route.path.replace("{step}", "accept").replace(/\{\w+\}/g, "some-id")}`;

test("signed out, every route but the public ones answers 401", async ({ request }) => {
  for (const [name, route] of table) {
    const answer = await request.fetch(path(route), {
      method: route.method.toUpperCase(),
      data: route.body ? {} : undefined,
    });
    if (route.permission === "public") expect(answer.status(), name).toBe(200);
    else {
      expect(answer.status(), name).toBe(401);
      expect(await answer.json(), name).toMatchObject({ code: "unauthorized", message: expect.any(String) });
    }
  }
});

test("the police cannot use the admin's or the operator's routes", async ({ as, request }) => {
  const police = await as("police");
  const closed = table.filter(([, r]) => ["admin", "alerts.handle", "incidents.handle"].includes(r.permission));
  expect(closed.length).toBeGreaterThan(10);
  for (const [name, route] of closed) {
    const headers = { cookie: police.cookie };
    const answer = await request.fetch(path(route), {
      method: route.method.toUpperCase(),
      headers,
      data: route.body ? {} : undefined,
    });
    expect(answer.status(), name).toBe(403);
  }
});

test("another site cannot write with somebody's cookie", async ({ as, request }) => {
  const { cookie } = await as("operator");
  const headers = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const answer = await request.post("/api/v1/incidents", { headers, data: { alertIds: ["a"] } });
  expect(answer.status()).toBe(403);
});

test("without a session /live is the public room, and tells the public no more than the summary", async ({ city }) => {
  const { snapshot, close } = await connectLive(city.url);
  expect(snapshot.summary).not.toBeNull();
  expect(snapshot.me).toBeNull();
  for (const part of ["devices", "alerts", "incidents", "units", "zones"] as const)
    expect(snapshot[part], part).toEqual([]);
  close();
});

test("an agency's room has no camera and nobody else's incidents", async ({ city, as, addDevice }) => {
  const camera = await addDevice({ kind: "cctv" });
  const { snapshot, close } = await connectLive(city.url, (await as("fire")).cookie);
  expect(snapshot.me?.role).toBe("fire");
  expect(snapshot.devices.map((d) => d.id)).not.toContain(camera.id);
  for (const { assignments } of snapshot.incidents) {
    expect(assignments.map((a) => a.agencyId)).toContain("fire");
    for (const a of assignments.filter((it) => it.agencyId !== "fire"))
      expect([a.note, a.reason, a.acceptedBy]).toEqual([null, null, null]);
  }
  // of others those that are under way to what it is on itself
  const joint = snapshot.incidents.flatMap((i) => i.assignments.filter(sharesUnit).map((a) => a.unitId));
  for (const unit of snapshot.units) if (unit.agencyId !== "fire") expect(joint).toContain(unit.id);
  close();
});

test("every write leaves its row in the audit, chained", async ({ as, addDevice }) => {
  const { id } = await addDevice({ kind: "street-flood" });
  const { api } = await as("admin");
  const { rows } = await api.call("listAudit", { query: {} });
  expect(rows.find((r) => r.subject.includes(id))).toBeDefined();
  expect(new Set(rows.map((r) => r.hash)).size).toBe(rows.length);
});
