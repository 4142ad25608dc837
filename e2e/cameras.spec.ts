import { existsSync } from "node:fs";
import { join } from "node:path";
import { findFfmpeg } from "../bin/ffmpeg.mjs";
import { DAY } from "../lib/base/clock";
import type { Client } from "../lib/client/client";
import { keptPicturePath } from "../lib/contract/kept-picture";
import { openStore } from "../lib/store/open";
import { PASSWORD, type TestCamera, testCamera, USER } from "./support/camera";
import { alertBy } from "./support/facts";
import { test as base, expect } from "./support/fixtures";
import { signIn } from "./support/people";

const ffmpeg = findFfmpeg();
const ground = {
  purpose: "침수 감시",
  legalBasis: "개인정보 보호법 제25조 제1항",
  place: "지하차도 입구",
  range: "30 m",
  hours: "24시간",
  contact: "02-000-0000",
  retentionDays: 30,
};
const aim = { bearingDeg: null, fovDeg: 360, rangeM: 200 };

type Scene = { camera: TestCamera; cameraId: string; incidentId: string };
const test = base.extend<{ scene: Scene }>({
  /** An underpass that floods, with a camera that sees it, and an incident that nobody is asked to yet. */
  scene: async ({ as, addDevice }, use) => {
    const camera = await testCamera(ffmpeg ?? "");
    const gauge = await addDevice({ kind: "underpass-flood", zone: "underpass" });
    const { api: admin } = await as("admin");
    const { lat, lon } = await admin.call("getDevice", { params: { id: gauge.id } });
    const eye = await addDevice({ kind: "cctv", lat, lon });
    const source = { format: "hls", url: camera.url, user: USER, password: PASSWORD } as const;
    await admin.call("putCameraSetup", { params: { id: eye.id }, body: { ground, aim, source } });
    await gauge.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
    const { api } = await as("operator");
    const alert = await alertBy(api, gauge.id, "underpass-closed");
    const { id } = await api.call("openIncident", { body: { alertIds: [alert.id] } });
    await use({ camera, cameraId: eye.id, incidentId: id });
    await camera.stop();
  },
});

test.skip(!ffmpeg, "There is no ffmpeg on this machine: no real stream can be made.");

const look = (api: Client, cameraId: string, incidentId: string) =>
  api.call("startCameraView", { params: { id: cameraId }, body: { incidentId, purpose: "verify-alert" } });

test("a stream plays for the operator, and says that it is frozen when nothing new comes", async ({
  scene,
  window,
}, info) => {
  const { camera, cameraId, incidentId } = scene;
  const desk = await window({ role: "operator" });
  const asked: string[] = [];
  desk.on("request", (request) => asked.push(request.url()));
  const lists: Promise<string>[] = [];
  desk.on("response", (response) => {
    if (response.url().endsWith(".m3u8")) lists.push(response.text().catch(() => ""));
  });
  await desk.goto(`/desk/incidents/${incidentId}`);
  await desk.getByRole("button", { name: `Look at Test ${cameraId}` }).click();
  const picture = desk.locator(`[data-look="${cameraId}"] [data-verdict]`);
  await expect(picture).toHaveAttribute("data-verdict", "live");
  const time = () => picture.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
  const before = await time();
  await expect.poll(time).toBeGreaterThan(before + 1);
  expect(
    await picture.locator("video").evaluate((video: HTMLVideoElement) => video.muted && video.videoWidth === 320),
  ).toBe(true);
  await desk.screenshot({ path: info.outputPath("live.png") });
  await expect(desk.getByText("This camera sends sound too")).toBeVisible();
  const frozenAt = Date.now();
  camera.freeze();
  await expect(picture).toHaveAttribute("data-verdict", "frozen");
  console.log(`FROZEN was said ${Date.now() - frozenAt} ms after the source stood still`);
  await expect(picture.locator("video")).toBeHidden();
  await expect(picture.getByText("FROZEN")).toBeVisible();
  await desk.screenshot({ path: info.outputPath("frozen.png") });
  const { host } = new URL(camera.url);
  expect(asked.filter((url) => url.includes(host) || url.includes("live"))).toEqual([]);
  for (const list of await Promise.all(lists)) expect(list).not.toMatch(new RegExp(`${host}|${PASSWORD}|index\\d`));
});

test("who is not on the incident sees nothing of its camera: not by any address, not after it closed, not with an old cookie", async ({
  scene: { cameraId, incidentId },
  as,
  city,
}) => {
  const { api } = await as("operator");
  const views = `${city.url}/api/v1/cameras/${cameraId}/views`;
  const get = (path: string, cookie: string) => fetch(`${views}/${path}`, { headers: { cookie } });
  const operator = await as("operator");
  const view = await look(api, cameraId, incidentId);
  const list = await get(`${view.id}/index.m3u8`, operator.cookie);
  expect([list.status, list.headers.get("content-type"), list.headers.get("cache-control")]).toEqual([
    200,
    "application/vnd.apple.mpegurl",
    "no-store",
  ]);
  const piece = (await list.text()).split("\n").find((line) => line.startsWith("s-")) ?? "";
  expect((await get(`${view.id}/${piece}`, operator.cookie)).status).toBe(200);

  const police = await signIn(city.url, "police");
  const addresses = [`${view.id}/index.m3u8`, `${view.id}/${piece}`, `${view.id}/s-guessed`, "guessed/index.m3u8"];
  for (const path of addresses) expect([path, (await get(path, police.cookie)).status]).toEqual([path, 403]);
  await expect(look(police.api, cameraId, incidentId)).rejects.toMatchObject({ code: "forbidden" });

  const asked = await api.call("requestAssignment", { params: { id: incidentId }, body: { agencyId: "police" } });
  const theirs = await look(police.api, cameraId, incidentId);
  expect((await get(`${theirs.id}/index.m3u8`, police.cookie)).status).toBe(200);
  // theirs does not open the operator's, nor the other way round
  expect((await get(`${theirs.id}/index.m3u8`, operator.cookie)).status).toBe(403);
  await fetch(`${city.url}/api/auth/sign-out`, {
    method: "POST",
    headers: { cookie: police.cookie, origin: city.url, "content-type": "application/json" },
    body: "{}",
  });
  expect((await get(`${theirs.id}/index.m3u8`, police.cookie)).status).toBe(403);

  await api.call("cancelAssignment", { params: { id: asked.id }, body: { reason: "over" } });
  await api.call("closeIncident", { params: { id: incidentId }, body: { cause: "over" } });
  for (const path of addresses) expect([path, (await get(path, operator.cookie)).status]).toEqual([path, 403]);

  const { api: admin } = await as("admin");
  const rows = async () => (await admin.call("listAudit", { query: { subject: `camera:${cameraId}` } })).rows;
  const told = async () =>
    (await rows()).map((r) => `${r.action} ${r.actor} ${r.detail.end ?? r.detail.reason ?? ""}`.trim());
  await expect.poll(told).toContain("camera.view.end person:operator@haechi.local incident-closed");
  const all = await told();
  expect(all).toContain("camera.view.start person:police@haechi.local");
  expect(all).toContain("camera.view.end person:police@haechi.local signed-out");
  for (const who of ["person:police@haechi.local", "person:operator@haechi.local", "anonymous"])
    expect(all.filter((line) => line.startsWith(`camera.view.refused ${who}`))).not.toEqual([]);
  expect(all).toContain("camera.view.refused person:police@haechi.local no-look");
});

test("a picture is kept, seen by who is on the incident, refused to others, and gone when its time is over", async ({
  scene: { cameraId, incidentId },
  as,
  city,
  window,
}, info) => {
  test.setTimeout(480_000);
  test.skip(city.dir === "", "the picture is made old in the city's own folder");
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk/incidents/${incidentId}`);
  await desk.getByRole("button", { name: `Look at Test ${cameraId}` }).click();
  const keep = desk.getByRole("button", { name: "Keep this moment" });
  await expect(keep).toBeEnabled();
  await keep.click();
  await expect(desk.getByText(`A picture of Test ${cameraId} is kept until`).first()).toBeVisible();
  await desk.getByRole("button", { name: `Show the picture of Test ${cameraId}` }).click();
  const shown = desk.getByRole("img", { name: `Kept picture of Test ${cameraId}` });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([320, 180]);
  await shown.scrollIntoViewIfNeeded();
  await desk.screenshot({ path: info.outputPath("kept.png") });

  const { api: admin, cookie: officer } = await as("admin");
  const { pictures } = await admin.call("listKeptPictures", { params: { id: cameraId } });
  const [{ id, at, expiresAt } = { id: "", at: 0, expiresAt: 0 }] = pictures;
  expect([pictures.length, expiresAt - at]).toEqual([1, 30 * DAY]);
  const get = async (cookie: string, reason?: string) =>
    (await fetch(city.url + keptPicturePath(id, reason), { headers: { cookie } })).status;
  const { api, cookie } = await as("operator");
  const police = await as("police");
  expect([await get(cookie), await get(police.cookie), await get("")]).toEqual([200, 403, 403]);
  await api.call("requestAssignment", { params: { id: incidentId }, body: { agencyId: "police" } });
  expect([await get(police.cookie), await get(officer), await get(officer, "request 12")]).toEqual([200, 422, 200]);

  // thirty days and a minute ago
  const store = await openStore(`file:${join(city.dir, "city.db")}`);
  const data = { at: BigInt(at - 30 * DAY - 60_000), expiresAt: BigInt(expiresAt - 30 * DAY - 60_000) };
  await store.write((tx) => tx.keptPicture.update({ where: { id }, data }));
  await store.close();
  expect([await get(cookie), await get(officer, "request 12")]).toEqual([404, 404]);
  await expect.poll(() => existsSync(join(city.dir, "pictures", id)), { timeout: 60_000 }).toBe(false);
  const told = async () => {
    const { rows } = await admin.call("listAudit", { query: { subject: `camera:${cameraId}` } });
    return rows.map((r) => `${r.action} ${r.actor} ${r.detail.reason ?? ""}`.trim());
  };
  await expect.poll(told).toContain("camera.picture.delete system:retention");
  const all = await told();
  for (const line of [
    "camera.picture.keep person:operator@haechi.local",
    "camera.picture.view person:police@haechi.local",
    "camera.picture.view person:admin@haechi.local request 12",
    "camera.picture.refused person:police@haechi.local assignment-ended",
    "camera.picture.refused anonymous lost-rights",
  ])
    expect(all).toContain(line);

  // whoever goes away from the picture ends the look
  await desk.goto("/desk");
  await expect.poll(told).toContain("camera.view.end person:operator@haechi.local");
});
