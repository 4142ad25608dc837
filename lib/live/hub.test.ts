import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { wallClock } from "../base/clock";
import { plainAgency } from "../contract/agency";
import type { Alert } from "../contract/alert";
import type { Incident, TimelineEntry, Unit } from "../contract/incident";
import type { Delta, Snapshot } from "../contract/live";
import { testAssignment } from "../contract/test-assignment";
import type { Viewer } from "../contract/viewer";
import { visibleIncident } from "../guard/visible-incident";
import { LiveHub } from "./hub";
import { LIVE_LIMITS } from "./limits";

const agency = (id: string) => ({ ...plainAgency, id, name: { ko: id, en: id }, phone: "" });
const summary = { level: 0 } as never;
const source = {
  city: () => ({ now: 1 }) as never,
  devices: () => [{ id: "camera" }, { id: "gauge" }] as never,
  health: () => ({ status: "ok" }) as never,
  summary: () => summary,
  official: () => ({ warnings: [], feeds: [] }),
  storage: () => ({ state: "ok" as const, since: null }),
  hidden: (id: string) => id === "camera",
};
const me = (role: string) => ({ id: role, name: role, email: "", role, agencyId: null }) as never;
const seats: Record<string, Viewer> = {
  operator: { room: "staff", me: me("operator") },
  police: { room: "agency:police", me: me("police") },
  fire: { room: "agency:fire", me: me("fire") },
};

/** A hub behind a real socket server; who somebody is stands in their cookie. */
async function liveCity(seatOf = (cookie: string) => seats[cookie]) {
  const empty = { kinds: [], stations: [], zones: [], alerts: [], incidents: [], units: [] };
  const hub = new LiveHub({
    boot: "boot",
    clock: { now: () => 1 },
    wall: wallClock,
    known: { ...empty, agencies: [agency("police"), agency("fire")] },
    source,
    visible: visibleIncident,
    identify: async ({ cookie = "" }) => seatOf(cookie) ?? { room: "public", me: null },
  });
  const server = createServer();
  const sockets = new Server(server);
  hub.attach(sockets.of("/live"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    hub.stop();
    await sockets.close();
  });
  return { hub, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live` };
}

/** What a screen does: takes the snapshot, applies deltas, and comes back with its cursor. Every word is kept. */
function screen(url: string, cookie?: string, transports = ["websocket"]) {
  const seen = { cursor: undefined as string | undefined, numbers: [] as number[], words: [] as string[] };
  const alerts = new Map<string, Alert>();
  const snapshots: Snapshot[] = [];
  const line = io(url, {
    transports,
    forceNew: true,
    reconnectionDelay: 1,
    reconnectionDelayMax: 5,
    auth: (give) => give(seen.cursor ? { cursor: seen.cursor } : {}),
    ...(cookie && { extraHeaders: { cookie } }),
  });
  line.on("snapshot", (snapshot: Snapshot) => {
    snapshots.push(snapshot);
    seen.words.push(JSON.stringify(snapshot));
    seen.cursor = snapshot.cursor;
    alerts.clear();
    for (const alert of snapshot.alerts) alerts.set(alert.id, alert);
  });
  line.on("delta", (delta: Delta) => {
    seen.words.push(JSON.stringify(delta));
    seen.cursor = delta.cursor;
    seen.numbers.push(Number(delta.cursor.split(".").at(-1)));
    for (const alert of delta.alerts ?? []) alerts.set(alert.id, alert);
  });
  onTestFinished(() => void line.close());
  return { line, seen, alerts, snapshots };
}

const alertOf = (id: string, value: number, incidentId: string | null = null) =>
  ({ id, value, incidentId, state: "raised", deviceId: "gauge" }) as Alert;

test("a line that breaks at any moment misses nothing and hears nothing twice", async () => {
  const { hub, url } = await liveCity();
  const one = screen(url, "operator");
  await expect.poll(() => one.snapshots.length).toBe(1);
  for (let i = 0; i < 2000; i++) {
    hub.tell({ alerts: [alertOf(`a${i % 37}`, i)] });
    if (i % 61 === 0) one.line.io.engine.close();
    if (i % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await expect.poll(() => one.seen.numbers.at(-1), { timeout: 10_000 }).toBe(2000);
  expect(one.seen.numbers).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1));
  expect(one.snapshots).toHaveLength(1);
  expect(Object.fromEntries(one.alerts)).toEqual(Object.fromEntries(hub.state.alerts));
}, 30_000);

const step = (agencyId: string) =>
  testAssignment({ id: `ask-${agencyId}`, incidentId: "i", agencyId, note: `note for ${agencyId}` });
const entry = (id: number, detail: Record<string, unknown>) =>
  ({ id, incidentId: "i", kind: "note", detail }) as TimelineEntry;
const incident = (agencies: string[]) =>
  ({
    id: "i",
    title: "flood",
    alertIds: ["own"],
    assignments: agencies.map(step),
    timeline: [
      entry(1, { text: "for all" }),
      ...agencies.map((a, n) => entry(n + 2, { agencyId: a, text: `secret of ${a}` })),
    ],
  }) as Incident;

test("an agency hears nothing of another agency, of cameras or of what it was not asked to; the public only the summary", async () => {
  const { hub, url } = await liveCity();
  const [police, fire, citizen] = [screen(url, "police"), screen(url, "fire"), screen(url)];
  await expect.poll(() => [police, fire, citizen].every((s) => s.snapshots.length === 1)).toBe(true);
  hub.tell({ alerts: [alertOf("own", 1), alertOf("foreign", 2)] });
  hub.tell({ incidents: [incident([])], alerts: [alertOf("own", 1, "i")] });
  hub.tell({ incidents: [incident(["fire"])], units: [{ id: "fire-1", agencyId: "fire" } as Unit] });
  hub.tell({ incidents: [incident(["fire", "police"])] });
  hub.tell({ values: [["camera", "fps", 1, 1]], links: [{ id: "camera", link: "fresh", lastSeenAt: 1 }] });
  hub.tell({ devices: [{ id: "camera" } as never], health: { status: "ok" } as never });
  hub.tell({ summary });
  hub.tell({ values: [["gauge", "level", 1, 1]] });
  await expect.poll(() => [police, fire].every((s) => s.seen.words.at(-1)?.includes("gauge"))).toBe(true);
  const late = screen(url, "police");
  await expect.poll(() => late.snapshots.length).toBe(1);
  for (const { seen } of [police, late]) {
    const words = seen.words.join("\n");
    expect(words).toContain("secret of police");
    for (const never of ["secret of fire", "note for fire", "fire-1", "foreign", "camera"])
      expect(words).not.toContain(never);
  }
  expect(fire.seen.words.join("\n")).not.toMatch(/secret of police|note for police|foreign|camera/);
  await expect.poll(() => citizen.seen.words.length).toBe(2);
  expect(citizen.seen.words.join("\n")).not.toMatch(/gauge|own|flood|fire/);
});

test("who signs out hears nothing more, and sits with the public when the line comes back", async () => {
  const signedIn = new Set(["operator"]);
  const { hub, url } = await liveCity((cookie) => (signedIn.has(cookie) ? seats[cookie] : undefined));
  const one = screen(url, "operator");
  await expect.poll(() => one.snapshots.length).toBe(1);
  signedIn.clear();
  await hub.recheck();
  hub.tell({ alerts: [alertOf("after", 1)] });
  await expect.poll(() => one.line.connected).toBe(false);
  one.line.connect();
  await expect.poll(() => one.snapshots.length).toBe(2);
  expect(one.snapshots[1]?.me).toBeNull();
  expect(one.seen.words.join("\n")).not.toContain("after");
});

test("a screen that stops reading costs nobody else and no memory, and is whole as soon as it reads again", async () => {
  const { hub, url } = await liveCity();
  const [slow, quick] = [screen(url, "operator"), screen(url, "operator")];
  await expect.poll(() => [slow, quick].every((s) => s.snapshots.length === 1)).toBe(true);
  const tcp = (slow.line.io.engine.transport as unknown as { ws: { _socket: Socket } }).ws._socket;
  tcp.pause();
  const note = "x".repeat(20_000);
  const staff = () => hub.figures().find((f) => f.room === "staff");
  for (let i = 1; i <= 1000; i++) {
    hub.tell({ alerts: [{ ...alertOf("a", i), note }] });
    if (i % 5 === 0) await expect.poll(() => quick.seen.numbers.length, { interval: 2 }).toBe(i);
    expect(staff()?.waitingBytes).toBeLessThan(2 * LIVE_LIMITS.waitingBytes);
  }
  expect(staff()).toMatchObject({ screens: 2, behind: 1 });
  tcp.resume();
  await expect.poll(() => slow.alerts.get("a")?.value, { timeout: 20_000 }).toBe(1000);
  expect([slow.snapshots.length, quick.snapshots.length]).toEqual([2, 1]);
  await expect.poll(() => staff()).toMatchObject({ screens: 2, behind: 0, waitingBytes: 0 });
}, 60_000);

test("where no WebSocket comes through, the same is heard by polling, snapshot and resume", async () => {
  const { hub, url } = await liveCity();
  const one = screen(url, "operator", ["polling"]);
  await expect.poll(() => one.snapshots.length).toBe(1);
  expect(one.snapshots[0]?.me).toMatchObject({ role: "operator" });
  for (let i = 1; i <= 20; i++) hub.tell({ alerts: [{ ...alertOf("a", i), note: "강이 넘친다" }] });
  await expect.poll(() => one.seen.numbers.at(-1)).toBe(20);
  one.line.io.engine.close();
  hub.tell({ alerts: [alertOf("a", 21)] });
  await expect.poll(() => one.seen.numbers.at(-1)).toBe(21);
  expect(one.snapshots).toHaveLength(1);
});

test("many screens that come at once share one snapshot, each with its own name on it", async () => {
  const { hub, url } = await liveCity();
  const screens = Array.from({ length: 60 }, (_, i) => screen(url, i % 2 ? "operator" : "police"));
  for (let i = 0; i < 50; i++) {
    hub.tell({ alerts: [alertOf("a", i)] });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await expect
    .poll(() => screens.every((s) => s.alerts.get("a")?.value === 49 || s.snapshots[0]?.me?.role === "police"), {
      timeout: 10_000,
    })
    .toBe(true);
  expect(new Set(screens.map((s) => s.snapshots[0]?.me?.role))).toEqual(new Set(["operator", "police"]));
  const staff = hub.figures().find((f) => f.room === "staff");
  expect(staff).toMatchObject({ screens: 30, snapshots: 30 });
  expect(staff?.cuts).toBe(1);
}, 30_000);

test("a cursor of another room gives a snapshot, and strange handshakes leave the city alone", async () => {
  const { hub, url } = await liveCity();
  for (let i = 0; i < 5; i++) hub.tell({ summary, alerts: [alertOf("a", i)] });
  for (const auth of [{ cursor: "boot.public.3" }, { cursor: 5 }, { cursor: { split: 1 } }, { cursor: null }, {}]) {
    const line = io(url, { transports: ["websocket"], forceNew: true, auth, extraHeaders: { cookie: "operator" } });
    const snapshot = await new Promise<Snapshot>((resolve) => line.once("snapshot", resolve));
    expect(snapshot.me).toMatchObject({ role: "operator" });
    line.close();
  }
});
