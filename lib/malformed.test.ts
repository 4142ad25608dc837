import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { io, type Socket } from "socket.io-client";
import { afterAll, expect, test, vi } from "vitest";
import { wallClock } from "./base/clock";
import { isFailure } from "./base/failure";
import { TEST_HOME } from "./base/test-home";
import { readEnv } from "./env";
import { prepareCity } from "./exercise/prepare";
import { readingsOf } from "./gateway/receive";
import { validateFrame } from "./ingest/validate";
import { kinds } from "./kinds/index";
import { type Running, startCity } from "./start";
import { Malformed } from "./test-malformed";
import { testRiver } from "./test-river";

const WHOLE = process.env.HAECHI_RECORDINGS === "on";
const EVENTS = 191_000;
const POSTS = 6_000;
const PACKETS = 1_500;
const HANDSHAKES = 1_500;
/** What may be kept of 200,000 frames, MB: caches that fill, and no frame. */
const GROWTH_MB = 16;

const dir = mkdtempSync(join(TEST_HOME, "haechi-malformed-"));
let city: Running;
afterAll(async () => {
  await city?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const place = { lat: 37.5, lon: 127, zone: "street", class: 0, properties: {} };
const devices = ["water-level", "weather", "cctv", "signboard"].map((kind) => ({
  ...place,
  id: kind,
  name: kind,
  kind,
}));

async function aCity(): Promise<Map<string, string>> {
  const env = readEnv({ HAECHI_DIR: dir, PORT: "0", HAECHI_DEMO: "off", LOG_LEVEL: "silent" });
  const keys = await prepareCity(env, devices, kinds, Date.now());
  city = await startCity({ env, clock: wallClock, kinds, web: null, mode: "live", speed: 1 });
  return keys;
}

type Answer = { code?: string; message?: string; accepted?: number; refused?: { code: string; message: string }[] };
/** How many answers there were of each code; an answer without one is a fault. */
class Codes {
  readonly seen = new Map<string, number>();
  take(answer: Answer): void {
    const told = answer.refused?.length ? answer.refused : [answer];
    if (answer.accepted) throw new Error(`accepted: ${JSON.stringify(answer)}`);
    for (const { code = "", message = "" } of told) {
      // an empty list of readings holds none that could be refused
      const name = answer.refused?.length === 0 ? "(nothing in it)" : code;
      if (name === "" || (code !== "" && message === "")) throw new Error(`no code: ${JSON.stringify(answer)}`);
      this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
    }
  }
}

function connected(auth: Record<string, unknown>): Promise<Socket> {
  const socket = io(`${city.url}/devices`, { auth, transports: ["websocket"], forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.once("welcome", () => resolve(socket));
    socket.once("connect_error", (error) => {
      socket.close();
      reject(error);
    });
  });
}

const random = new Malformed(Date.now() % 1e9, Date.now());

/** `count` times `work`, at most `together` at a time. */
async function many(count: number, together: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (left-- > 0) await work();
    }),
  );
}

/** Frames over one line, a window of them at a time; some ask for no answer, some bring rubbish where the ask should be. */
async function blast(socket: Socket, count: number, codes: Codes): Promise<void> {
  await many(count, 60, async () => {
    const event = random.pick(["readings", "readings", "readings", "readings", "status", "unknown"]);
    const args = event === "status" ? random.status() : random.readings();
    const quiet = event === "unknown" || random.upTo(20) === 0;
    if (quiet) socket.emit(event, ...args, ...random.pick<unknown[]>([[], [5], ["ack"], [{}]]));
    else codes.take(await socket.timeout(60_000).emitWithAck(event, ...args));
  });
}

async function post(auth: { deviceId: string; key: string }, codes: Codes): Promise<void> {
  const bearer = random.pick([
    `Bearer ${auth.deviceId}.${auth.key}`,
    `Bearer ${auth.deviceId}.${auth.key}`,
    "Bearer x",
    "Basic x",
    "",
  ]);
  const headers = {
    authorization: bearer,
    "content-type": random.pick(["application/json", "text/plain", "multipart/form-data"]),
  };
  const response = await fetch(`${city.url}/api/v1/readings`, { method: "POST", body: random.body(), headers });
  codes.take((await response.json()) as Answer);
}

/** A packet by hand on a line of its own, which the city may close. */
async function packet(auth: { deviceId: string; key: string }): Promise<void> {
  const socket = await connected(auth);
  const { transport } = socket.io.engine as unknown as { transport: { ws: { send(data: unknown): void } } };
  const text = random.packet();
  transport.ws.send(random.upTo(10) === 0 ? Buffer.from(text) : text);
  socket.close();
}

async function handshake(auth: { deviceId: string; key: string }, codes: Codes): Promise<void> {
  const refused = await connected(random.auth(auth)).then(
    () => ({}),
    (error: Error & { data?: Answer }) => error.data ?? {},
  );
  codes.take(refused);
}

async function round(keys: Map<string, string>, share: number, codes: Codes): Promise<void> {
  const auths = [...keys].map(([deviceId, key]) => ({ deviceId, key }));
  const auth = () => random.pick(auths);
  const lines = await Promise.all(auths.map(connected));
  await Promise.all(lines.map((line) => blast(line, (EVENTS * share) / lines.length, codes)));
  for (const line of lines) line.close();
  await many(POSTS * share, 20, () => post(auth(), codes));
  await many(PACKETS * share, 20, () => packet(auth()));
  await many(HANDSHAKES * share, 20, () => handshake(auth(), codes));
}

function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  gc();
  return process.memoryUsage().heapUsed / 1e6;
}

test.skipIf(!WHOLE)(
  "200,000 malformed frames over the real gateway: no crash, no growth, no row, and every answer has its code",
  {
    timeout: 180_000,
  },
  async () => {
    const keys = await aCity();
    const codes = new Codes();
    await round(keys, 0.05, codes);
    const [before, began] = [heapMb(), performance.now()];
    await round(keys, 1, codes);
    await vi.waitFor(() => expect(city.city.flow.queue.depth).toBe(0));
    const grown = heapMb() - before;
    expect(await city.store.reader.reading.count()).toBe(0);
    expect(await city.store.reader.alert.count()).toBe(0);
    expect(grown).toBeLessThan(GROWTH_MB);
    const told = [...codes.seen].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
    console.info(
      `${EVENTS + POSTS + PACKETS + HANDSHAKES} frames in ${((performance.now() - began) / 1000).toFixed(1)} s, heap ${before.toFixed(1)} MB and ${grown.toFixed(1)} MB more; answers: ${told.join(", ")}`,
    );
    const [[deviceId, key] = ["", ""]] = keys;
    const line = await connected({ deviceId, key });
    const good = { stream: "water-level", at: Date.now(), value: 5 };
    expect(await line.emitWithAck("readings", { readings: [good] })).toMatchObject({ accepted: 1 });
    line.close();
  },
);

test("of malformed frames no reading is taken", async () => {
  const { open, time } = await testRiver();
  const { registry } = await open();
  const made = new Malformed(1, time.now);
  const sender = registry.devices.get("jamsu");
  let refused = 0;
  for (let i = 0; sender && i < 3_000; i++) {
    const frame: unknown = JSON.parse(JSON.stringify(made.readings()[0]) ?? "null");
    try {
      const answer = validateFrame(
        sender,
        readingsOf(() => frame, 100),
        registry,
        time.now,
      );
      expect(answer.rows).toEqual([]);
      refused += answer.refused.length;
    } catch (error) {
      expect(isFailure(error)).toBe(true);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(3_000);
});
