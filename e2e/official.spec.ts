import { kmaServer, portal, pwnCd, testAuthority } from "../lib/feeds/test-authority";
import { startTestCity } from "./support/city";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/people";

/** YYYYMMDDHHmm in Korea, some hours from now. */
const kst = (hours: number) =>
  new Date(Date.now() + (9 + hours) * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 12);

test("an official warning is on the desk and before citizens, apart from our own, and forbids the all clear", async ({
  browser,
}) => {
  const warning = pwnCd({ tmFc: kst(-2), startTime: kst(-1), warnStress: 1 });
  const authority = await testAuthority(
    kmaServer(
      () => portal([warning]),
      () => "o 호우경보 : 서울(동남권)",
    ),
  );
  const city = await startTestCity({ KMA_SERVICE_KEY: "key", KMA_BASE_URL: authority.base });
  try {
    const operator = await signIn(city.url, "operator");
    await expect
      .poll(async () => (await operator.api.call("listWarnings", {})).warnings)
      .toMatchObject([{ kind: "heavy-rain", degree: "warning", liftedAt: null }]);

    const desk = await browser.newContext({ baseURL: city.url });
    await operator.enter(desk);
    await desk.addCookies([{ name: "locale", value: "ko", url: city.url }]);
    const screen = await desk.newPage();
    await screen.goto("/desk");
    await expect(screen.getByText("호우경보")).toBeVisible();

    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await phone.context().addCookies([{ name: "locale", value: "en", url: city.url }]);
    await phone.goto(city.url);
    await expect(phone.getByText("Heavy rain warning")).toBeVisible();
    await expect(phone.locator("[data-state=clear]")).toHaveCount(0);
    expect((await operator.api.call("listAlerts", { query: {} })).alerts).toEqual([]);
  } finally {
    await city.stop();
    authority.close();
  }
});
