import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import type { Role } from "../lib/contract/people";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

// evaluated, not added as a script: the city's policy forbids scripts that are not its own
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rooms: [path: string, role?: Role][] = [
  ["/"],
  ["/transparency"],
  ["/sign-in"],
  ["/no-such-page"],
  ["/desk", "operator"],
  ["/wall", "operator"],
  ["/desk/handover", "operator"],
  ["/dispatch/police", "police"],
  ["/dispatch/fire", "fire"],
  ["/admin", "admin"],
  ["/admin/devices", "admin"],
  ["/admin/devices/new", "admin"],
  ["/admin/zones", "admin"],
  ["/admin/zones/new", "admin"],
  ["/admin/rules", "admin"],
  ["/admin/escalation", "admin"],
  ["/admin/procedures", "admin"],
  ["/admin/rules/new", "admin"],
  ["/admin/rules/underpass-closed", "admin"],
  ["/admin/agencies", "admin"],
  ["/admin/people", "admin"],
  ["/admin/audit", "admin"],
  ["/admin/privacy", "admin"],
  ["/admin/river", "admin"],
  ["/admin/forecasts", "admin"],
];
const looks = [
  { locale: "ko", theme: "dark" },
  { locale: "en", theme: "light" },
] as const;

/** What axe finds, one line each: rule, impact, where. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ["violations"] });
  });
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((n) => `${id} (${impact}): ${n.target.join(" ")} ${n.html.slice(0, 160)}`),
  );
}

/** A button that is fading in has no colour of its own yet: what ends by itself is waited for. */
function stillness(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((a) => a.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    return Promise.all(ending.map((a) => a.finished.catch(() => undefined))).then(() => undefined);
  });
}

/** What a page shows once its data are there. */
function readyWhen(path: string): string {
  if (path.endsWith("/report")) return "[data-report]";
  if (path === "/desk/handover") return "main h2";
  if (path.startsWith("/desk/incidents/")) return "[data-incident]";
  if (path.startsWith("/desk")) return "[data-alert]";
  if (path === "/sign-in") return "main button[type=submit]:enabled";
  return path.startsWith("/dispatch") ? "main h2" : "main";
}

for (const look of looks)
  test(`axe finds nothing on any page: ${look.locale}, ${look.theme}`, async ({ as, addDevice, window }) => {
    test.setTimeout(720_000);
    const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
    await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
    const { api } = await as("operator");
    const alert = await alertBy(api, device.id, "underpass-closed");
    const incident = await api.call("openIncident", { body: { alertIds: [alert.id] } });
    await api.call("requestAssignment", { params: { id: incident.id }, body: { agencyId: "police" } });
    const more: typeof rooms = [
      [`/desk#incident=${incident.id}`, "operator"],
      [`/desk#device=${device.id}`, "operator"],
      [`/desk/incidents/${incident.id}`, "operator"],
      [`/desk/incidents/${incident.id}/report`, "operator"],
      [`/admin/devices/${device.id}`, "admin"],
    ];
    const found: Record<string, string[]> = {};
    // one window each, one after the other: what is loaded is kept, and the processor draws one map at a time
    const pages = [...rooms, ...more];
    for (const role of new Set(pages.map(([, who]) => who))) {
      const page = await window({ ...look, ...(role && { role }) });
      for (const [path] of pages.filter(([, who]) => who === role)) {
        // from one hash to another of one page nothing would be loaded
        await page.goto("about:blank");
        await page.goto(path);
        await page.locator(readyWhen(path)).first().waitFor({ timeout: 60_000 });
        // what can be used only now fades in from now on
        await expect(page.locator("fieldset[role=none]:disabled")).toHaveCount(0);
        await stillness(page);
        await page.evaluate(axe);
        const lines = await findings(page);
        if (lines.length > 0) found[path] = lines;
      }
      await page.context().close();
    }
    expect(found).toEqual({});
  });
