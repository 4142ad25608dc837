import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { DAY } from "../base/clock";
import { Failure } from "../base/failure";
import { createClient } from "../client/client";
import { MOST_KEPT } from "../contract/kept-picture";
import type { Role } from "../contract/people";
import { addKept } from "../store/camera/kept-pictures";
import { openUploads, sha256 } from "../store/upload/uploads";
import type { ApiContext } from "./context";
import { NOW, raise, testApi } from "./test-api";

const STILL = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 7, 0xff, 0xd9]);
const aim = { bearingDeg: null, fovDeg: null, rangeM: null };
const sign = { purpose: "침수", place: "잠수교", range: "30 m", hours: "24 h", contact: "02-1", retentionDays: 7 };
const source = { format: "jpeg", url: "http://10.9.8.7/now.jpg" } as const;

async function looking(still: () => Promise<Uint8Array> = async () => STILL, legalBasis = "개인정보 보호법 §25") {
  const folder = mkdtempSync(join(tmpdir(), "haechi-pictures-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const time = { now: NOW };
  const api = await testApi(createClient, {
    clock: { now: () => time.now },
    kept: openUploads(folder),
  } as Partial<ApiContext>);
  api.context.pictures.still = still;
  const body = { ground: { ...sign, legalBasis }, aim, source };
  await api.as("admin").call("putCameraSetup", { params: { id: "camera" }, body });
  await raise(api.store, "a1");
  const operator = api.as("operator");
  const { id: incidentId } = await operator.call("openIncident", { body: { alertIds: ["a1"] } });
  const ask = () => operator.call("requestAssignment", { params: { id: incidentId }, body: { agencyId: "police" } });
  const given = { incidentId, purpose: "verify-alert" } as const;
  const view = await operator.call("startCameraView", { params: { id: "camera" }, body: given });
  const keep = () => operator.call("keepPicture", { params: { id: view.id } });
  const get = async (role: Role | null, id: string, query = "") =>
    api.app.request(`http://city/api/v1/kept-pictures/${id}${query}`, { headers: role ? { "x-test-role": role } : {} });
  const see = async (role: Role | null, id: string, query = "") => (await get(role, id, query)).status;
  const rows = async () =>
    (await api.store.reader.audit.findMany({ where: { action: { startsWith: "camera.picture" } } })).map(
      ({ actor, action, detail }): Record<string, unknown> => ({ actor, action, ...JSON.parse(detail) }),
    );
  return { ...api, folder, time, incidentId, view, ask, keep, get, see, rows, operator, body };
}

it("keeps a picture with its hash and its end, for who is on the incident; each look and each refusal is in the record", async () => {
  const { keep, get, see, ask, rows, incidentId, folder, as, operator, view } = await looking();
  const picture = await keep();
  const facts = { cameraId: "camera", incidentId, purpose: "verify-alert", agencyId: null, hash: sha256(STILL) };
  expect(picture).toMatchObject({ ...facts, by: "The operator", bytes: 7, at: NOW, expiresAt: NOW + 7 * DAY });
  expect(readdirSync(folder)).toEqual([picture.id]);
  const got = await get("operator", picture.id);
  expect([got.status, got.headers.get("content-type"), got.headers.get("cache-control")]).toEqual([
    200,
    "image/jpeg",
    "no-store",
  ]);
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(STILL);
  expect([await see("police", picture.id), await see("police", picture.id), await see(null, picture.id)]).toEqual([
    403, 403, 403,
  ]);
  await ask();
  expect([await see("police", picture.id), await see("fire", picture.id), await see("police", "guessed")]).toEqual([
    200, 403, 404,
  ]);
  const list = (role: Role) => as(role).call("listIncidentCameras", { params: { id: incidentId } });
  expect((await list("police")).kept.map((k) => k.id)).toEqual([picture.id]);
  const incident = await operator.call("getIncident", { params: { id: incidentId } });
  expect(incident.timeline.find((t) => t.kind === "picture-kept")?.detail).toMatchObject({ pictureId: picture.id });
  const said = await rows();
  expect(said[0]).toMatchObject({
    actor: "person:operator@test",
    action: "camera.picture.keep",
    viewId: view.id,
    ...facts,
  });
  expect(said.map((r) => `${r.action} ${r.actor} ${r.reason ?? ""}`.trim())).toEqual([
    "camera.picture.keep person:operator@test",
    "camera.picture.view person:operator@test",
    "camera.picture.refused person:police@test assignment-ended",
    "camera.picture.refused anonymous lost-rights",
    "camera.picture.view person:police@test",
    "camera.picture.refused person:fire@test assignment-ended",
    "camera.picture.refused person:police@test gone",
  ]);
});

it("shows nothing of a closed incident but to the privacy officer, for a reason; and nothing that has expired, to nobody", async () => {
  const { keep, see, time, operator, as, incidentId, rows } = await looking();
  const { id } = await keep();
  expect([await see("admin", id), await see("admin", id, "?reason=request%2012")]).toEqual([422, 200]);
  await operator.call("closeIncident", { params: { id: incidentId }, body: { cause: "over" } });
  expect([await see("operator", id), await see("admin", id, "?reason=request%2012")]).toEqual([403, 200]);
  expect((await rows()).at(-1)).toMatchObject({
    action: "camera.picture.view",
    actor: "person:admin@test",
    reason: "request 12",
  });
  const kept = async () => (await as("admin").call("listKeptPictures", { params: { id: "camera" } })).pictures.length;
  expect(await kept()).toBe(1);
  time.now += 7 * DAY;
  expect([await see("operator", id), await see("admin", id, "?reason=request%2012")]).toEqual([404, 404]);
});

it("keeps nothing where nothing new came, where the look ended meanwhile, without a legal basis, and beyond the most", async () => {
  const still = new Failure("conflict", "It stands still.", { end: "still" });
  const frozen = await looking(() => Promise.reject(still));
  await expect(frozen.keep()).rejects.toMatchObject({ code: "conflict", detail: { end: "still" } });
  let end: () => Promise<unknown> = async () => undefined;
  const ended = await looking(async () => {
    await end();
    return STILL;
  });
  end = () => ended.operator.call("endCameraView", { params: { id: ended.view.id } });
  await expect(ended.keep()).rejects.toMatchObject({ code: "forbidden", detail: { end: "closed-by-viewer" } });
  const lawless = await looking(undefined, " ");
  await expect(lawless.keep()).rejects.toMatchObject({ code: "conflict", detail: { end: "no-basis" } });
  for (const { folder, rows } of [frozen, ended, lawless])
    expect([readdirSync(folder), await rows()]).toEqual([[], []]);
  const full = await looking();
  const { store, incidentId, folder } = full;
  const own = {
    viewId: "v",
    cameraId: "camera",
    incidentId,
    by: "kim",
    agencyId: null,
    purpose: "verify-alert",
  } as const;
  await store.write(async (tx) => {
    for (let i = 0; i < MOST_KEPT; i++)
      await addKept(tx, { ...own, id: `p${i}`, at: NOW, bytes: 1, hash: "", expiresAt: NOW + DAY });
  });
  await expect(full.keep()).rejects.toMatchObject({ code: "conflict", detail: { end: "full" } });
  expect(readdirSync(folder)).toEqual([]);
});

it("goes sooner where the admin shortens the camera's retention", async () => {
  const { keep, as, body } = await looking();
  await keep();
  const admin = as("admin");
  await admin.call("putCameraSetup", {
    params: { id: "camera" },
    body: { ...body, ground: { ...body.ground, retentionDays: 1 } },
  });
  const { pictures } = await admin.call("listKeptPictures", { params: { id: "camera" } });
  expect(pictures.map((p) => p.expiresAt - p.at)).toEqual([DAY]);
});
