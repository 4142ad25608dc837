import { type BrowserContext, test as base, type Page } from "@playwright/test";
import type { NewDevice } from "../../lib/contract/device";
import type { Role } from "../../lib/contract/people";
import { type TestCity, testCity } from "./city";
import { connectDevice, type TestDevice } from "./device";
import { type SignedIn, signIn } from "./people";

type PerWorker = {
  city: TestCity;
  /** Signs a role in, once a worker. */
  as(role: Role): Promise<SignedIn>;
};
export type Enter = { role?: Role; locale?: "ko" | "en"; theme?: "dark" | "light"; javaScriptEnabled?: boolean };
type PerTest = {
  /** A browser window of its own: signed in as a role or as nobody, English and dark unless told. */
  window(enter?: Enter): Promise<Page>;
  /** Registers a device of that kind through the admin's API and connects it. Ids are the test's own. */
  addDevice(device: Pick<NewDevice, "kind"> & Partial<NewDevice>): Promise<TestDevice & { id: string; key: string }>;
};

const run = Date.now().toString(36);
let count = 0;

/** Places more than three kilometres apart, so that no two devices of a test are of one group; begins anywhere. */
const GRID = { rows: 8, columns: 10, lat: 0.029, lon: 0.038 };
const somewhere = (): { lat: number; lon: number } => {
  const cell = (Math.floor(Date.now() / 100_000) * 7 + count) % (GRID.rows * GRID.columns);
  const row = Math.floor(cell / GRID.columns);
  return { lat: 37.44 + row * GRID.lat, lon: 126.79 + (cell % GRID.columns) * GRID.lon };
};

export const test = base.extend<PerTest, PerWorker>({
  city: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from this pattern
    async ({}, use) => {
      const city = await testCity();
      await use(city);
      await city.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  as: [
    async ({ city }, use) => {
      const known = new Map<Role, Promise<SignedIn>>();
      await use((role) => {
        const session = known.get(role) ?? signIn(city.url, role);
        known.set(role, session);
        return session;
      });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ city }, use) => use(city.url),
  window: async ({ browser, city, as }, use) => {
    const open: BrowserContext[] = [];
    await use(async ({ role, locale = "en", theme = "dark", javaScriptEnabled = true } = {}) => {
      const context = await browser.newContext({ baseURL: city.url, javaScriptEnabled, reducedMotion: "reduce" });
      open.push(context);
      await context.addCookies([
        { name: "locale", value: locale, url: city.url },
        { name: "theme", value: theme, url: city.url },
      ]);
      if (role) await (await as(role)).enter(context);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
  addDevice: async ({ city, as }, use, info) => {
    const lines: TestDevice[] = [];
    await use(async (given) => {
      count += 1;
      const id = given.id ?? `${given.kind}-${run}-${info.workerIndex}-${count}`;
      const { api } = await as("admin");
      const { key } = await api.call("addDevice", { body: { name: `Test ${id}`, ...somewhere(), ...given, id } });
      const device = await connectDevice(city.url, { deviceId: id, key });
      lines.push(device);
      return { ...device, id, key };
    });
    for (const line of lines) line.close();
  },
});

export { expect } from "@playwright/test";
