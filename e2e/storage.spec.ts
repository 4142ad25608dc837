import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { Health } from "../lib/contract/city";
import type { WireRefusal } from "../lib/contract/live";
import { PASSWORD, startTestCity, type TestCity } from "./support/city";
import { connectDevice, type TestDevice } from "./support/device";
import { smallDisk } from "./support/disk";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";
import { type SignedIn, signIn } from "./support/people";

const STREAM = "water-depth";

/** A device that goes on speaking, and remembers what the city has acknowledged and with what it refused. */
function speak(device: TestDevice) {
  const acknowledged: number[] = [];
  const refusals: WireRefusal[] = [];
  let stopped = false;
  let at = Date.now() - 3_600_000;
  const ended = (async () => {
    while (!stopped) {
      const answer = await device.send([{ stream: STREAM, at: at + 1, value: 1 }]).catch(() => null);
      if (answer === null) continue;
      if ("accepted" in answer) acknowledged.push(++at);
      else refusals.push(answer as WireRefusal);
      // as a device does: what was refused is sent again a little later
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const stop = async () => {
    stopped = true;
    await ended;
  };
  return { acknowledged, refusals, stop };
}

const healthOf = async (url: string) => (await (await fetch(`${url}/api/health`)).json()) as Health;

async function refusedSignIn(url: string): Promise<unknown> {
  const body = JSON.stringify({ email: "operator@haechi.local", password: PASSWORD });
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: "POST", headers, body });
  return [answer.status, await answer.json()];
}

test("a disk that is full or read-only is told to everybody, loses nothing that was acknowledged, and is over by itself", async ({
  browser,
}, info) => {
  test.setTimeout(480_000);
  const disk = smallDisk();
  info.annotations.push({ type: "disk", description: JSON.stringify(disk.how) });
  console.log(`  full: ${disk.how.full}; read-only: ${disk.how.readOnly}`);
  const city = await startTestCity({ HAECHI_DIR: disk.dir });
  try {
    const people = await everybody(city);
    const gauge = await register(city, people.admin, "gauge", "street-flood");
    const camera = await register(city, people.admin, "camera", "cctv");
    await camera.line.emitWithAck("status", { camera: { recording: false, fps: 0, tampered: true } });
    const alert = await alertBy(people.operator.api, "camera", "camera-tampered");
    const screens = await openScreens(browser, city, people);
    const speaker = speak(gauge);
    const acknowledge = () =>
      people.operator.api.call("acknowledgeAlert", { params: { id: alert.id }, body: {} }) as Promise<unknown>;
    const rounds = [
      // a small act still finds room in the log of a full disk, and is kept then
      { state: "full", change: disk.full, act: () => fillUp(people.admin) },
      { state: "read-only", change: disk.readOnly, act: acknowledge },
    ];
    for (const { state, change, act } of rounds) {
      await screens.allWell();
      const [kept, refused] = [speaker.acknowledged.length, speaker.refusals.length];
      await expect.poll(() => speaker.acknowledged.length).toBeGreaterThan(kept);
      await change(city, true);
      // the city knows it first, whatever the five screens have to draw
      await expect.poll(() => healthOf(city.url)).toMatchObject({ storage: { state } });
      await screens.allTold(state);
      await expect.poll(() => speaker.refusals.length).toBeGreaterThan(refused);
      expect(speaker.refusals.at(-1)).toMatchObject({ code: "storage-unavailable", retryMs: expect.any(Number) });
      expect(await healthOf(city.url)).toMatchObject({
        status: "degraded",
        database: "unavailable",
        storage: { state, since: expect.any(Number) },
      });
      await expect(act()).rejects.toMatchObject({ code: "storage-unavailable" });
      if (state === "read-only")
        expect(await refusedSignIn(city.url)).toEqual([503, expect.objectContaining({ code: "storage-unavailable" })]);
      await change(city, false);
      const before = speaker.acknowledged.length;
      await expect.poll(() => speaker.acknowledged.length).toBeGreaterThan(before);
      // the first commits after it are slow on a small disk: health says so until they are through
      const well = { status: "ok", database: "ok", storage: { state: "ok", since: null } };
      await expect(async () => expect(await healthOf(city.url)).toMatchObject(well)).toPass();
    }
    await acknowledge();
    await screens.allWell();
    await speaker.stop();
    expect(missing(`${disk.dir}/city.db`, speaker.acknowledged)).toEqual([]);
    gauge.close();
    camera.close();
  } finally {
    await city.stop();
    disk.remove();
  }
});

/** Registers devices with very long properties until one is refused. */
async function fillUp({ api }: SignedIn): Promise<void> {
  const large = { kind: "street-flood", name: "large", lat: 37.5, lon: 127, properties: { a: "x".repeat(500_000) } };
  for (let n = 0; n < 40; n++) await api.call("addDevice", { body: { ...large, id: `large-${n}` } });
}

async function everybody({ url }: TestCity) {
  const [admin, operator, police] = await Promise.all([
    signIn(url, "admin"),
    signIn(url, "operator"),
    signIn(url, "police"),
  ]);
  return { admin, operator, police };
}

async function register({ url }: TestCity, admin: SignedIn, id: string, kind: string): Promise<TestDevice> {
  const { key } = await admin.api.call("addDevice", { body: { id, kind, name: id, lat: 37.5, lon: 127 } });
  return connectDevice(url, { deviceId: id, key });
}

/** Maps are drawn by the processor: five pages at once are drawn small. */
const SMALL = { width: 720, height: 480 };
type Browser = import("@playwright/test").Browser;

/** The desk, a console, the administration, and the public page in both languages. */
async function openScreens(browser: Browser, { url }: TestCity, people: Awaited<ReturnType<typeof everybody>>) {
  const open = async (path: string, locale: "ko" | "en", person?: SignedIn): Promise<Page> => {
    const context = await browser.newContext({ baseURL: url, reducedMotion: "reduce", viewport: SMALL });
    await context.addCookies([{ name: "locale", value: locale, url }]);
    await person?.enter(context);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  const staff = await Promise.all([
    open("/desk", "en", people.operator),
    open("/dispatch/police", "ko", people.police),
    open("/admin", "ko", people.admin),
  ]);
  const [korean, english] = await Promise.all([open("/", "ko"), open("/", "en")]);
  const citizens: [Page, RegExp][] = [
    [korean, /부터 새 자료가 저장되지 않고 있습니다/],
    [english, /Nothing new has been stored since/],
  ];
  return {
    allWell: async () => {
      for (const page of staff) {
        // a page that is not alive yet says nothing either
        await expect(page.locator("fieldset[role=none]:disabled")).toHaveCount(0);
        await expect(page.locator("[data-storage]")).toHaveCount(0);
      }
      for (const [page] of citizens) await expect(page.locator("[data-state=clear]")).toBeVisible();
    },
    allTold: async (state: string) => {
      for (const page of staff) await expect(page.locator(`[data-storage="${state}"]`)).toBeVisible();
      for (const [page, words] of citizens) {
        await expect(page.locator("[data-state=unstored]")).toBeVisible();
        await expect(page.getByText(words)).toBeVisible();
      }
    },
  };
}

/** Which of the acknowledged instants have no row. */
function missing(file: string, instants: number[]): number[] {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT "at" FROM "Reading"').all() as { at: number }[];
  db.close();
  const stored = new Set(rows.map((row) => row.at));
  return instants.filter((at) => !stored.has(at));
}
