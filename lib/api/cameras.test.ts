import { expect, it } from "vitest";
import { MINUTE } from "../base/clock";
import { createClient } from "../client/client";
import type { Role } from "../contract/people";
import { type Actor, agencyOf, anonymous } from "../guard/actor";
import { endViews } from "../keep-views";
import type { ApiContext } from "./context";
import { Looks } from "./look";
import { NOW, raise, testApi } from "./test-api";

const ground = {
  purpose: "침수",
  legalBasis: "개인정보 보호법 §25",
  place: "잠수교",
  range: "30 m",
  hours: "24 h",
  contact: "02-1",
  retentionDays: 30,
};
const aim = { bearingDeg: null, fovDeg: null, rangeM: null };
const source = { format: "hls", url: "http://u:geheim@10.9.8.7/live.m3u8", user: "", password: "" } as const;
const people = ["operator", "police", "fire", "admin"] as const;

/** A city with a camera that has a picture, an incident that the police are asked to, and sessions that can be ended. */
async function watched(more: Partial<ApiContext> = {}) {
  const time = { now: NOW };
  const sessions = new Map<string, string>();
  const identify: ApiContext["identify"] = async (headers) => {
    const role = headers.get("x-test-role") as Role | null;
    const sessionId = headers.get("x-test-session") ?? `session-${role}`;
    if (role === null || (sessions.get(sessionId) ?? role) !== role) return anonymous;
    return {
      type: "person",
      id: role,
      name: role,
      email: `${role}@test`,
      role,
      agencyId: agencyOf(role),
      sessionId,
    } as Actor;
  };
  const api = await testApi(createClient, { clock: { now: () => time.now }, identify, ...more });
  const at = new Date(NOW);
  await api.store.write(async (tx) => {
    for (const role of people) {
      const own = { id: role, name: role, email: `${role}@test`, role, agencyId: agencyOf(role) };
      await tx.user.create({ data: { ...own, emailVerified: true, createdAt: at, updatedAt: at } });
      const session = { id: `session-${role}`, token: role, userId: role, createdAt: at, updatedAt: at };
      await tx.session.create({ data: { ...session, expiresAt: new Date(Date.now() + 3_600_000) } });
    }
  });
  const admin = api.as("admin");
  await admin.call("putCameraSetup", { params: { id: "camera" }, body: { ground, aim, source } });
  await raise(api.store, "a1");
  const { id: incidentId } = await api.as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  const ask = () =>
    api.as("operator").call("requestAssignment", { params: { id: incidentId }, body: { agencyId: "police" } });
  const look = (role: Role, incident = incidentId) =>
    api
      .as(role)
      .call("startCameraView", { params: { id: "camera" }, body: { incidentId: incident, purpose: "verify-alert" } });
  const picture = async (
    role: Role | null,
    viewId: string,
    headers: Record<string, string> = {},
    name = "index.m3u8",
  ) =>
    (
      await api.app.request(`/api/v1/cameras/camera/views/${viewId}/${name}`, {
        headers: { ...(role && { "x-test-role": role }), ...headers },
      })
    ).status;
  const rows = async (): Promise<Record<string, unknown>[]> =>
    (await api.store.reader.audit.findMany({ where: { subject: "camera:camera" } })).map((r) => ({
      action: r.action,
      actor: r.actor,
      ...(JSON.parse(r.detail) as Record<string, unknown>),
    }));
  const refused = async () =>
    (await rows()).filter((r) => r.action === "camera.view.refused").map((r) => `${r.actor} ${r.reason}`);
  return { ...api, admin, incidentId, ask, look, picture, rows, refused, time, sessions };
}

it("shows a picture for an incident and a purpose, for a while, and writes down who looked and for how long", async () => {
  const { look, picture, rows, incidentId, time, as, context } = await watched();
  const view = await look("operator");
  expect(view).toMatchObject({
    person: "operator@test",
    until: NOW + 5 * MINUTE,
    format: "hls",
    picture: { state: "live" },
  });
  expect((await look("operator")).id).toBe(view.id);
  expect(await picture("operator", view.id)).toBe(200);
  time.now += 4 * MINUTE;
  await as("operator").call("extendCameraView", { params: { id: view.id }, body: { reason: "the water still rises" } });
  time.now += 4 * MINUTE;
  expect(await picture("operator", view.id)).toBe(200);
  time.now += 2 * MINUTE;
  expect(await picture("operator", view.id)).toBe(403);
  await endViews(context);
  await endViews(context);
  const detail = { viewId: view.id, cameraId: "camera", incidentId, purpose: "verify-alert", agencyId: null };
  expect((await rows()).slice(1)).toEqual([
    { action: "camera.view.start", actor: "person:operator@test", ...detail, until: view.until },
    { action: "camera.view.extend", actor: "person:operator@test", ...detail, reason: "the water still rises" },
    expect.objectContaining({ action: "camera.view.refused", reason: "ran-out" }),
    { action: "camera.view.end", actor: "person:operator@test", ...detail, end: "ran-out", seconds: 540 },
  ]);
});

it("ends a look that no screen asks for any more, at the time at which one last did", async () => {
  const { look, picture, context, rows, time } = await watched();
  const view = await look("operator");
  time.now += 90_000;
  await endViews({ ...context, pictures: { ...context.pictures, left: () => new Map([[view.id, NOW + 30_000]]) } });
  expect((await rows()).at(-1)).toMatchObject({ action: "camera.view.end", end: "left", seconds: 30 });
  expect(await picture("operator", view.id)).toBe(403);
});

it("shows the police nothing of an incident that they are not on, not any more, or that is closed; each try is in the record", async () => {
  const { look, picture, refused, ask, as, incidentId, context, rows } = await watched();
  const forbidden = { code: "forbidden" };
  await expect(look("police")).rejects.toMatchObject({ ...forbidden, detail: { end: "assignment-ended" } });
  const theirs = await look("operator");
  expect(await picture("police", theirs.id)).toBe(403);
  expect(await refused()).toEqual(["person:police@test assignment-ended"]);
  const { id } = await ask();
  const view = await look("police");
  expect([view.agencyId, await picture("police", view.id)]).toEqual(["police", 200]);
  await expect(look("fire")).rejects.toMatchObject(forbidden);
  await as("police").call("stepAssignment", { params: { id, step: "refuse" }, body: { reason: "no car" } });
  expect(await picture("police", view.id)).toBe(403);
  await endViews(context);
  expect((await rows()).at(-1)).toMatchObject({
    action: "camera.view.end",
    actor: "person:police@test",
    end: "assignment-ended",
  });
  await as("operator").call("closeIncident", { params: { id: incidentId }, body: { cause: "over" } });
  expect(await picture("operator", theirs.id)).toBe(403);
  await expect(look("operator")).rejects.toMatchObject({ ...forbidden, detail: { end: "incident-closed" } });
  expect(await refused()).toEqual([
    "person:police@test assignment-ended",
    "person:fire@test assignment-ended",
    "person:operator@test incident-closed",
  ]);
});

it("binds a look to its person, its session and its camera; an old cookie and a guessed name see nothing", async () => {
  const { look, picture, refused, sessions, app, ask, context, store, rows } = await watched();
  await ask();
  const view = await look("police");
  expect(await picture("police", view.id, { "x-test-session": "another" })).toBe(403);
  expect(await picture("fire", view.id)).toBe(403);
  expect(await picture("admin", view.id)).toBe(403);
  expect(await picture("police", "guessed")).toBe(403);
  sessions.set("session-police", "nobody");
  expect(await picture("police", view.id)).toBe(403);
  expect(await picture(null, view.id, {}, "s-guessed")).toBe(403);
  const guessed = await app.request("/api/v1/cameras/nothing/views/x/index.m3u8", {
    headers: { "x-test-role": "fire" },
  });
  expect([guessed.status, (await guessed.json()).code]).toEqual([403, "forbidden"]);
  expect(await refused()).toEqual([
    "person:police@test signed-out",
    "person:fire@test signed-out",
    "person:admin@test signed-out",
    "person:police@test no-look",
    "anonymous signed-out",
  ]);
  await store.write((tx) => tx.session.deleteMany({ where: { userId: "police" } }));
  await endViews(context);
  expect((await rows()).at(-1)).toMatchObject({ action: "camera.view.end", end: "signed-out" });
});

it("leaves no try out of the record: what follows within a minute is counted, and told before the city stops", async () => {
  const { look, picture, rows, context, incidentId } = await watched();
  const looks = new Looks(context);
  const { id } = await look("operator");
  const police = {
    type: "person",
    id: "police",
    name: "p",
    email: "police@test",
    role: "police",
    agencyId: "police",
  } as const;
  for (let i = 0; i < 5; i++)
    await expect(looks.allowed(police, id, "camera")).rejects.toMatchObject({ code: "forbidden" });
  for (let i = 0; i < 3; i++)
    await expect(looks.allowed(police, `guess-${i}`, "camera")).rejects.toThrow(/no such look/);
  await looks.tellTries();
  const refused = async () => (await rows()).filter((r) => r.action === "camera.view.refused");
  expect((await refused()).map((r) => [r.reason, r.times])).toEqual([
    ["signed-out", undefined],
    ["no-look", undefined],
  ]);
  await looks.tellTries(true);
  expect((await refused()).slice(2)).toEqual([
    expect.objectContaining({ actor: "person:police@test", incidentId, reason: "signed-out", times: 4 }),
    expect.objectContaining({ actor: "person:police@test", incidentId: null, reason: "no-look", times: 2 }),
  ]);
  expect(await picture("operator", id)).toBe(200);
});

it("lets an admin say where a picture comes from and look at none; the address is in no answer and in no record", async () => {
  const { admin, store, look } = await watched();
  const setup = await admin.call("getCameraSetup", { params: { id: "camera" } });
  expect(setup).toEqual({ cameraId: "camera", ground, aim, source: { format: "hls" } });
  const stored = await store.reader.camera.findMany();
  const record = (await store.reader.audit.findMany()).map((r) => r.detail).join();
  expect(JSON.stringify(stored) + record).not.toMatch(/geheim|10\.9\.8\.7/);
  await expect(look("admin")).rejects.toMatchObject({ code: "forbidden", detail: { end: "lost-rights" } });
  const put = (url: string) =>
    admin.call("putCameraSetup", { params: { id: "camera" }, body: { ground, aim, source: { format: "hls", url } } });
  await expect(put("rtsp://10.0.0.1/live")).rejects.toMatchObject({ code: "invalid" });
  await expect(admin.call("getCameraSetup", { params: { id: "jamsu" } })).rejects.toMatchObject({ code: "not-found" });
  await admin.call("putCameraSetup", { params: { id: "camera" }, body: { ground, aim, source: null } });
  await expect(look("operator")).rejects.toMatchObject({ code: "forbidden", detail: { end: "camera-gone" } });
});

it("lists the cameras of an open incident to who is on it", async () => {
  const { as, incidentId, ask } = await watched();
  const list = (role: Role) => as(role).call("listIncidentCameras", { params: { id: incidentId } });
  await expect(list("police")).rejects.toMatchObject({ code: "not-found" });
  await ask();
  expect((await list("police")).cameras).toEqual([
    {
      cameraId: "camera",
      name: "Device camera",
      metres: 0,
      sight: "unknown",
      link: "never",
      condition: "silent",
      format: "hls",
      ground,
    },
  ]);
});
