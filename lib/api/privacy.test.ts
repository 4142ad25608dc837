import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { writeAudit } from "../guard/audit";
import type { Store } from "../store/open";
import { cellOf } from "./privacy-csv";
import { NOW, testApi } from "./test-api";

const EVER = { from: 0, to: NOW * 2 };

/** `count` views, a minute apart, each of ten seconds; and one refused try. */
async function looked(store: Store, count: number): Promise<void> {
  const of = { subject: "camera:camera", actor: "person:operator@test" };
  const detail = { cameraId: "camera", incidentId: "i", purpose: "=verify, now", agencyId: null };
  const views = Array.from({ length: count }, (_, i) => [
    { ...of, at: NOW + i * 60_000, action: "camera.view.start", detail },
    { ...of, at: NOW + i * 60_000 + 10_000, action: "camera.view.end", detail: { ...detail, seconds: 10 } },
  ]);
  const refused = { ...of, at: NOW, action: "camera.view.refused", actor: "person:police@test" };
  await store.write((tx) => writeAudit(tx, ...views.flat(), { ...refused, detail: { ...detail, agencyId: "police" } }));
}

it("lists who looked and who was refused, a page at a time, by whatever is asked", async () => {
  const { as, store } = await testApi(createClient);
  const { call } = as("admin");
  const list = (query: object) => call("listCameraViews", { query: { ...EVER, ...query } });
  expect(await list({})).toEqual({ views: [], next: null });
  await looked(store, 5);
  const first = await list({ limit: 4 });
  const second = await list({ limit: 4, next: first.next });
  expect([first.views.length, second.views.length, second.next]).toEqual([4, 2, null]);
  expect(new Set([...first.views, ...second.views].map((v) => v.id)).size).toBe(6);
  expect(first.views[0]).toMatchObject({
    at: NOW + 240_000,
    seconds: 10,
    agencyId: "",
    person: "person:operator@test",
  });
  const found = async (query: object) => (await list(query)).views.length;
  expect(await found({ person: "person:police@test" })).toBe(1);
  expect(await found({ agency: "" })).toBe(5);
  expect(await found({ agency: "police", outcome: "viewed" })).toBe(0);
  expect(await found({ atLeastSeconds: 10 })).toBe(5);
  expect(await found({ atLeastSeconds: 11 })).toBe(0);
  expect(await found({ camera: "other" })).toBe(0);
  expect(await found({ to: NOW })).toBe(0);
  await expect(list({ next: "nothing" })).rejects.toMatchObject({ code: "invalid" });
  const { months } = await call("listViewMonths", {});
  expect(months).toEqual([{ month: "2026-08", views: 5, refused: 1, seconds: 50 }]);
  const { totals } = await call("getViewTotals", { params: { month: "2026-08", side: "person" } });
  expect(totals.map((t) => [t.key, t.views, t.refused])).toEqual([
    ["person:operator@test", 5, 0],
    ["person:police@test", 0, 1],
  ]);
});

it("gives the whole report as a file of which no spreadsheet makes formulas, to the admin alone, and records that it was taken", async () => {
  const { app, as, store } = await testApi(createClient);
  await looked(store, 501);
  const ask = (role: string | null) =>
    app.request(
      `/api/v1/privacy/camera-views.csv?from=0&to=${NOW * 2}`,
      role ? { headers: { "x-test-role": role } } : {},
    );
  expect([(await ask(null)).status, (await ask("operator")).status]).toEqual([401, 403]);
  const answer = await ask("admin");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(503);
  expect(new Set(lines).size).toBe(503);
  expect(lines.at(-1)).toContain(`"'=verify, now",10,2026-08-01T12:00:10.000+09:00`);
  const { rows } = await as("admin").call("listAudit", { query: { subject: "camera-views" } });
  expect(rows.map((r) => [r.action, r.actor])).toEqual([["privacy.export", "person:admin@test"]]);
});

it("quotes what a table would break at", () => {
  expect([cellOf('a"b'), cellOf("a,b"), cellOf("@a"), cellOf(-3), cellOf("")]).toEqual([
    '"a""b"',
    '"a,b"',
    "'@a",
    "-3",
    "",
  ]);
});

it("keeps whom citizens ask, and who wrote it", async () => {
  const { as } = await testApi(createClient);
  const { call } = as("admin");
  expect(await call("getPrivacyContact", {})).toEqual({ contact: null });
  const body = { office: { ko: "스마트도시과", en: "Smart City Division" }, phone: "02-120", email: "" };
  await call("putPrivacyContact", { body });
  expect(await call("getPrivacyContact", {})).toEqual({ contact: body });
  expect((await call("listAudit", { query: {} })).rows[0]).toMatchObject({ action: "privacy.contact", detail: body });
});
