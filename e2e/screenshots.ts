// npm run screenshots: a demo city of its own, every page in both languages, into docs/screenshots.
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Role } from "../lib/contract/people";
import config from "../playwright.config";
import { startTestCity } from "./support/city";
import { type SignedIn, signIn } from "./support/people";

const FOLDER = "docs/screenshots";
const STORY_MS = 15 * 60_000;
type Shot = {
  name: string;
  path: string;
  role?: Role;
  width?: number;
  height?: number;
  theme?: "light";
  ready: string;
};

const shots: Shot[] = [
  { name: "public", path: "/", ready: "[data-state]" },
  { name: "public-phone", path: "/", width: 390, height: 844, theme: "light", ready: "[data-state]" },
  { name: "sign-in", path: "/sign-in", ready: "form" },
  { name: "desk", path: "/desk", role: "operator", width: 1600, ready: "[data-map-ready]" },
  { name: "desk-light", path: "/desk", role: "operator", width: 1600, theme: "light", ready: "[data-map-ready]" },
  { name: "dispatch-police", path: "/dispatch/police", role: "police", ready: "main" },
  { name: "dispatch-fire", path: "/dispatch/fire", role: "fire", ready: "main" },
  ...["", "/devices", "/zones", "/rules", "/agencies", "/people", "/audit", "/river"].map(
    (path): Shot => ({
      name: `admin${path.replace("/", "-")}`,
      path: `/admin${path}`,
      role: "admin",
      ready: "main h2",
    }),
  ),
];

/** Something to see: the worst standing flood alert becomes an incident, the police come, the fire service has not answered. */
async function tellStory(operator: SignedIn, police: SignedIn): Promise<void> {
  const until = Date.now() + STORY_MS;
  for (;;) {
    const { alerts } = await operator.api.call("listAlerts", { query: {} });
    const worst = alerts
      .filter((a) => a.state !== "cleared" && a.hazard === "flood")
      .sort((a, b) => b.level - a.level)[0];
    if (worst && worst.level >= 2) {
      const incident = await operator.api.call("openIncident", { body: { alertIds: [worst.id] } });
      const asked = await operator.api.call("requestAssignment", {
        params: { id: incident.id },
        body: { agencyId: "police" },
      });
      await operator.api.call("requestAssignment", { params: { id: incident.id }, body: { agencyId: "fire" } });
      const { units } = await police.api.call("listUnits", {});
      await police.api.call("stepAssignment", {
        params: { id: asked.id, step: "accept" },
        body: { unitId: units[0]?.id },
      });
      return;
    }
    if (Date.now() > until) throw new Error("The story raised no flood alert in a quarter of an hour.");
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

async function take(browser: Browser, url: string, shot: Shot, locale: string, person?: SignedIn): Promise<void> {
  const viewport = { width: shot.width ?? 1440, height: shot.height ?? 900 };
  const context = await browser.newContext({ viewport, baseURL: url });
  await context.addCookies([
    { name: "locale", value: locale, url },
    { name: "theme", value: shot.theme ?? "dark", url },
  ]);
  await person?.enter(context);
  const page: Page = await context.newPage();
  await page.goto(shot.path);
  await page.locator(shot.ready).first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.screenshot({ path: `${FOLDER}/${shot.name}.${locale}.png` });
  console.log(`${FOLDER}/${shot.name}.${locale}.png`);
  await context.close();
}

mkdirSync(FOLDER, { recursive: true });
const city = await startTestCity({ HAECHI_DEMO: "on" });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const roles: Role[] = ["operator", "police", "fire", "admin"];
  const people = new Map(await Promise.all(roles.map(async (role) => [role, await signIn(city.url, role)] as const)));
  const [operator, police] = [people.get("operator"), people.get("police")];
  if (operator && police) await tellStory(operator, police);
  for (const shot of shots)
    for (const locale of ["ko", "en"])
      await take(browser, city.url, shot, locale, shot.role && people.get(shot.role)).catch((error: unknown) => {
        console.error(`${shot.name}.${locale}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
        process.exitCode = 1;
      });
} finally {
  await browser.close();
  await city.stop();
}
