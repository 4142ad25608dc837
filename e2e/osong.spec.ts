import type { Browser, Locator, Page } from "@playwright/test";
import { BANK_FOOT_M, osong, PATROL } from "../lib/exercise/osong/story";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";
import { type Morning, openMorning } from "./support/osong";
import { type SignedIn, signIn } from "./support/people";

const at = (clock: string): number => Date.parse(`2023-07-15T${clock}:00+09:00`);
const clockOf = (time: number): string => new Date(time + 9 * 3_600_000).toISOString().slice(11, 16);

/** A rule as a city would have made it after its study of the temporary bank. */
const river = {
  id: "osong-bank",
  rule: {
    name: { ko: "임시 제방 하단 수위 (훈련)", en: "River at the foot of the temporary bank (exercise)" },
    hazard: "flood",
    level: 4,
    scope: { device: "osong-river" },
    stream: "water-level",
    measure: { type: "value" },
    direction: "at-or-above",
    raise: BANK_FOOT_M,
    clear: BANK_FOOT_M - 0.1,
    holdMs: 0,
    publish: false,
    advice: { ko: "훈련입니다.", en: "This is an exercise." },
    enabled: true,
    source: "훈련용 exercise of this house, invented",
    effectiveFrom: "2020-01-01",
    official: false,
  },
} as const;

async function sit(browser: Browser, { url }: Morning, person: SignedIn, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: "reduce" });
  await context.addCookies([{ name: "locale", value: "en", url }]);
  await person.enter(context);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Nobody is at home at the road department: its webhook's port is closed. */
async function openDeadRoad(admin: SignedIn): Promise<void> {
  await admin.api.call("putWebhook", {
    params: { id: "road" },
    body: { url: "http://127.0.0.1:9/hook", events: ["assignment.requested"] },
  });
}

/** What the desk's list says first of the incident: who has not done what, and whether that is over its time. */
async function deskSays(row: Locator, missing: string, late: boolean, agency: RegExp): Promise<void> {
  const sign = row.locator("[data-undone]");
  await expect(sign).toHaveAttribute("data-undone", missing);
  await (late
    ? expect(sign).toHaveAttribute("data-late", "true")
    : expect(sign).not.toHaveAttribute("data-late", "true"));
  await expect(sign).toContainText(agency);
}

test("the morning of Osong: at each minute the desk shows what was not done", async ({ browser }) => {
  test.setTimeout(600_000);
  const morning = await openMorning();
  try {
    const [admin, operator, police, fire] = (await Promise.all(
      (["admin", "operator", "police", "fire"] as const).map((role) => signIn(morning.url, role)),
    )) as [SignedIn, SignedIn, SignedIn, SignedIn];
    await admin.api.call("addRule", { body: river });
    await openDeadRoad(admin);
    const desk = await sit(browser, morning, operator, "/desk");
    const fireConsole = await sit(browser, morning, fire, "/dispatch/fire");
    await expect(desk.getByText("EXERCISE").first()).toBeVisible();

    // 07:02, the first call: the river stands at the foot of the bank
    await morning.to(osong.firstCall);
    const alert = await alertBy(operator.api, "osong-river", "osong-bank");
    await desk
      .locator("[data-alert]")
      .filter({ hasText: "osong-river" })
      .or(desk.locator(`[data-alert="${alert.id}"]`))
      .first()
      .getByRole("button", { name: "Incident" })
      .click();
    const open = async () => (await operator.api.call("listIncidents", { query: { state: "open" } })).incidents[0];
    await expect.poll(async () => (await open())?.id).toBeTruthy();
    const id = (await open())?.id ?? "";
    const params = { id };
    await operator.api.call("noteIncident", { params, body: { text: "119 call 07:02: close the underpass" } });
    await desk.locator("[data-ask=police]").click();
    await operator.api.call("requestAssignment", { params, body: { agencyId: "road" } });
    await desk.keyboard.press("Escape");
    await desk.getByRole("tab", { name: /Incidents/ }).click();
    const row = desk.locator(`[data-incident="${id}"]`).first();
    const askedOf = async (agencyId: string) =>
      (await operator.api.call("getIncident", { params })).assignments.find((a) => a.agencyId === agencyId);

    await deskSays(row, "received", false, /Police|Road/);
    // the police's console is closed: nobody has received anything, minute by minute
    for (const clock of ["07:03", "07:04", "07:05"]) {
      await morning.to(at(clock));
      await deskSays(row, "received", true, /Police|Road/);
    }
    const policeConsole = await sit(browser, morning, police, "/dispatch/police");
    await expect.poll(async () => (await askedOf("police"))?.receivedAt).toBe(at("07:05"));
    const missed = async (agencyId: string) =>
      (await askedOf(agencyId))?.deadlines.filter((d) => d.missedAt !== null).map((d) => d.step);
    await expect.poll(() => missed("police")).toEqual(["received", "answered", "unit"]);
    await policeConsole.locator("[data-incoming]").first().locator("[data-step=accept]").click();
    await policeConsole.locator(`[data-units] [data-unit="${PATROL}"]`).getByRole("button").click();
    await expect.poll(async () => (await askedOf("police"))?.state).toBe("accepted");
    expect((await askedOf("police"))?.unitId).toBe(PATROL);

    await morning.to(at("07:08"));
    await policeConsole.locator("[data-job]").locator("[data-step=en-route]").click();
    await expect.poll(async () => (await askedOf("police"))?.state).toBe("en-route");
    for (let now = at("07:09"); now <= at("07:20"); now += 60_000) {
      await morning.to(now);
      // the road department is owed since 07:03 and stays first; the police are late from 07:12 on
      await deskSays(row, "received", true, /Road/);
      const late = now >= at("07:12");
      await expect
        .poll(async () => (await missed("police"))?.includes("arrived"), { message: `at ${clockOf(now)}` })
        .toBe(late);
    }

    // somebody else is suggested, one click away; they have nobody
    await row.click();
    await desk.locator("[data-ask-instead=fire]").first().click();
    await fireConsole.locator("[data-incoming]").first().locator("[data-step=refuse]").click();
    await fireConsole.getByRole("button", { name: "All units are busy" }).click();
    const submit = fireConsole.getByRole("button", { name: "Refuse", exact: true });
    if (await submit.isVisible()) await submit.click();
    await expect.poll(async () => (await askedOf("fire"))?.state).toBe("refused");
    // the fire service sees that the police have not arrived
    await expect(
      fireConsole.locator("[data-joint=police]").or(fireConsole.locator("[data-row]")).first(),
    ).toBeVisible();

    // the car says that it is there, and stands at the other underpass
    await policeConsole.locator("[data-job]").locator("[data-step=arrive]").click();
    await expect.poll(async () => (await askedOf("police"))?.farM ?? 0).toBeGreaterThan(2000);
    await expect(desk.locator("[data-far]").first()).toContainText("2.");

    // 07:58, the second call: still nobody there
    await morning.to(osong.secondCall);
    await operator.api.call("noteIncident", { params, body: { text: "112 call 07:58: water is coming, close it" } });
    await deskSays(row, "received", true, /Road/);

    // 08:27 the bank breaks; by 08:40 the underpass is full, and its own alert was there since 08:28
    await morning.to(osong.flooded);
    const drowned = await alertBy(operator.api, "osong-underpass-2", "underpass-closed");
    expect(clockOf(drowned.raisedAt)).toBe("08:28");
    await deskSays(row, "received", true, /Road/);
    await expect(desk.locator("[data-undone]").first()).toContainText("1:38");

    const incident = await operator.api.call("getIncident", { params });
    const told = incident.timeline
      .filter((e) => e.kind === "missed")
      .map((e) => `${incident.assignments.find((a) => a.id === e.detail.assignmentId)?.agencyId} ${e.detail.step}`);
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
    expect(told).toEqual(
      expect.arrayContaining(["police received", "police answered", "police arrived", "road received", "road arrived"]),
    );
    const { webhooks } = await admin.api.call("listWebhooks", {});
    expect(webhooks).toMatchObject([
      { agencyId: "road", lastDeliveredAt: null, lastError: expect.stringContaining("ECONNREFUSED") },
    ]);
  } finally {
    await morning.stop();
  }
});
