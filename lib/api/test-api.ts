import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { koreaPack } from "../analyze/pack/korea";
import type { Change } from "../contract/change";
import type { Health } from "../contract/city";
import type { Device } from "../contract/device";
import type { Role } from "../contract/people";
import type { River } from "../contract/river";
import { usualLaw } from "../dispatch/pack/travel";
import { type Actor, agencyOf, anonymous } from "../guard/actor";
import { kinds } from "../kinds/index";
import { addDevice } from "../store/device/add-device";
import { loadDevices } from "../store/device/load-devices";
import type { Store } from "../store/open";
import { putRule } from "../store/rule/put-rule";
import { testStore } from "../store/test-store";
import { putUnits } from "../store/unit/put-units";
import type { Uploads } from "../store/upload/uploads";
import type { ApiContext } from "./context";
import { createApi } from "./create-api";

export const NOW = Date.parse("2026-08-01T03:00:00Z");
const city = { mode: "live", demo: false, now: NOW, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null } as const;

type Connect<C> = (base: string, options: { headers: Record<string, string>; fetch: typeof fetch }) => C;

/**
 * The API over a database of its own, with two gauges, a camera, the rule pack, two agencies and their units. `as` gives the
 * client of `connect` for a role, or for somebody who is not signed in.
 */
export async function testApi<C>(connect: Connect<C>, more: Partial<ApiContext> = {}) {
  const store = await testStore();
  await furnish(store);
  let devices = await devicesOf(store);
  const official = { warnings: [], feeds: [] };
  const changes: Change[] = [];
  let count = 0;
  const context: ApiContext = {
    store,
    clock: { now: () => NOW },
    newId: () => `id-${String(++count).padStart(4, "0")}`,
    kinds,
    behindProxy: false,
    secondsTo: null,
    travelLaw: usualLaw,
    deviceMaster: randomBytes(32),
    view: {
      city: () => city,
      devices: () => devices,
      device: (id) => devices.find((d) => d.id === id),
      health: () => healthy,
      summary: () => ({
        city,
        level: 0,
        sure: false,
        alerts: [],
        ended: [],
        cannotStoreSince: null,
        dataAt: null,
        devices: { total: 0, fresh: 0 },
        official,
        watches: [],
      }),
      official: () => official,
      transparency: async () => ({
        city,
        watches: [],
        cameras: [],
        signs: [],
        months: [],
        agencies: [],
        kept: 0,
        contact: null,
      }),
      watched: () => [],
      forecast: () => null,
      forecasters: async () => [],
      model: async () => null,
    },
    river: async () => river,
    past: { flush: async () => undefined },
    metrics: { contentType: "text/plain", text: async () => "haechi_queue_frames 0\n" },
    log: pino({ level: "silent" }),
    changed: async (change) => {
      changes.push(change);
      devices = await devicesOf(store);
    },
    identify: async (headers) => actorOf(headers.get("x-test-role")),
    deliveries: {
      reach: "loopback",
      states: async () => [],
      refusal: () => null,
      test: async () => ({ ok: true, tookMs: 1, error: null }),
      retryNow: () => undefined,
    },
    pictures: {
      refusal: () => null,
      take: async () => ({ status: 200, type: "image/jpeg", bytes: new Uint8Array([255, 216]), contentRange: null }),
      still: async () => new Uint8Array([255, 216, 255, 217]),
      state: () => ({ state: "live", ageMs: 0, sound: false }),
      ended: () => undefined,
      asked: () => undefined,
      left: () => new Map(),
    },
    uploads: noFiles,
    kept: noFiles,
    authHandler: async () => new Response(null, { status: 404 }),
    hashPassword: async (password) => `hash of ${password}`,
    ...more,
  };
  const app = createApi(context);
  const as = (role: Role | null) =>
    connect("", {
      headers: { origin: "http://city", host: "city", ...(role && { "x-test-role": role }) },
      fetch: async (url, init) => app.request(String(url), init),
    });
  return { app, store, context, changes, as };
}

function actorOf(role: string | null): Actor {
  if (role === null) return anonymous;
  const known = role as Role;
  return {
    type: "person",
    id: `person-${role}`,
    name: `The ${role}`,
    email: `${role}@test`,
    role: known,
    agencyId: agencyOf(known),
  };
}

const noFiles: Uploads = {
  put: async () => undefined,
  get: async () => new Uint8Array(),
  drop: async () => false,
  list: async () => [],
};

const healthy = {
  status: "ok",
  database: "ok",
  storage: { state: "ok", since: null },
  concerns: [],
  ingest: { queue: 0, lagMs: 0, accepted: 0, refused: 0, duplicates: 0 },
  devices: { total: 0, fresh: 0, late: 0, offline: 0, never: 0 },
  screens: 0,
  uptimeMs: 1,
} satisfies Health;

const none = { p50Ms: null, p99Ms: null, count: 0 };
const river: River = {
  at: NOW,
  health: healthy,
  seconds: [],
  lag: none,
  commits: { ...none, slow: 0, lastMs: 0 },
  refusedReadings: [],
  refusedFrames: [],
  refusedDevices: [],
  busy: 0,
  disk: null,
  logHold: null,
  rooms: [],
  outbox: { waiting: 0, dead: 0, receivers: 0 },
  history: { packed: 0, waiting: 0, late: 0 },
  backup: null,
  check: null,
  memoryBytes: 0,
};

async function devicesOf(store: Store): Promise<Device[]> {
  const stored = await loadDevices(store);
  return stored.map(({ keyCipher: _key, ...d }) => ({ ...d, status: null, link: "never", latest: [] }));
}

async function furnish(store: Store): Promise<void> {
  await store.write(async (tx) => {
    for (const [id, kind] of [
      ["jamsu", "water-level"],
      ["gauge", "water-level"],
      ["camera", "cctv"],
    ] as const) {
      const streams = kinds.get(kind)?.streams.map((s) => s.name) ?? [];
      await addDevice(tx, { ...bare, id, kind, name: `Device ${id}` }, streams);
    }
    for (const { id, ...body } of koreaPack)
      await putRule(tx, { ...body, id, version: 1, createdAt: NOW, createdBy: "pack" });
    for (const id of ["police", "fire"]) await tx.agency.create({ data: { id, nameKo: id, nameEn: id } });
    await putUnits(tx, units, NOW);
  });
}

const units = ["police", "fire"].flatMap((agencyId) =>
  [1, 2].map((i) => {
    const id = `${agencyId}-${i}`;
    return { id, agencyId, stationId: null, name: { ko: id, en: id }, type: "car", lat: 37.5, lon: 127 };
  }),
);

const bare = {
  lat: 37.5155,
  lon: 126.996,
  zone: "riverside",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: 60_000,
  keyCipher: "",
  createdAt: NOW,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
};

/** An alert of a device, as the river would have stored it. */
export async function raise(
  store: Store,
  id: string,
  given: { deviceId?: string; level?: number; hazard?: string; published?: boolean } = {},
) {
  const { deviceId = "jamsu", level = 3, hazard = "flood", published = false } = given;
  const rule = { ruleId: "jamsu-vehicles", ruleVersion: 1, stream: "water-level", state: "raised", value: 6.3 };
  await store.write((tx) =>
    tx.alert.create({
      data: { id, ...rule, deviceId, level, hazard, published, raisedAt: BigInt(NOW), recordedAt: BigInt(NOW) },
    }),
  );
}
