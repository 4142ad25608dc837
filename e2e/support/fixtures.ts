import { test as base } from "@playwright/test";
import type { NewDevice } from "../../lib/contract/device";
import type { Role } from "../../lib/contract/people";
import { startTestCity, type TestCity } from "./city";
import { connectDevice, type TestDevice } from "./device";
import { type SignedIn, signIn } from "./people";

type PerWorker = {
  city: TestCity;
  /** Signs a role in, once a worker. */
  as(role: Role): Promise<SignedIn>;
};
type PerTest = {
  /** Registers a device of that kind through the admin's API and connects it. Ids are the test's own. */
  addDevice(device: Pick<NewDevice, "kind"> & Partial<NewDevice>): Promise<TestDevice & { id: string; key: string }>;
};

let count = 0;

export const test = base.extend<PerTest, PerWorker>({
  city: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from this pattern
    async ({}, use) => {
      const city = await startTestCity();
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
  addDevice: async ({ city, as }, use, info) => {
    const lines: TestDevice[] = [];
    await use(async (given) => {
      count += 1;
      const id = given.id ?? `${given.kind}-${info.workerIndex}-${count}`;
      const { api } = await as("admin");
      const place = { lat: 37.5 + count / 500, lon: 126.9 + count / 400 };
      const { key } = await api.call("addDevice", { body: { name: `${given.kind} ${count}`, ...place, ...given, id } });
      const device = await connectDevice(city.url, { deviceId: id, key });
      lines.push(device);
      return { ...device, id, key };
    });
    for (const line of lines) line.close();
  },
});

export { expect } from "@playwright/test";
