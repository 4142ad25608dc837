import { koreaPack } from "../lib/analyze/pack/korea";
import { alertsOf } from "./support/facts";
import { expect, test } from "./support/fixtures";

const MINUTE = 60_000;
/** Every two minutes: still for four hours, then three centimetres more each time; at the 140th 5.5 m are reached. */
const CROSSES = 140;
const levelAt = (step: number) => Math.round(100 * (4.9 + 0.03 * Math.max(0, step - CROSSES + 20))) / 100;

const words = {
  en: {
    ...{ forecast: "Forecast", expected: /expected .+ · chance \d+ %/, trust: "device of security class 0" },
    ...{ again: /judged again: the same/, title: "What is expected next", chance: /with \d+ %, about/ },
    ...{ none: "In this city no forecast of this level has ended yet.", confirm: "Confirmed", found: /Confirmed by / },
    ...{ chart: "Water level, chart", came: /came true after \d+ min/, rests: /readings, rule version 1/ },
    served: /In this city it foretold 5\.50 m 1 times: 1 came true, 0 did not/,
  },
  ko: {
    ...{ forecast: "예보", expected: /도달 예상 .+ · 확률 \d+%/, trust: "보안 등급 0 장치" },
    ...{ again: /다시 판정해도 같음/, title: "앞으로의 예상", chance: /확률 \d+%, 예상 시각/ },
    ...{ none: "이 도시에서는 이 기준의 예보 결과가 아직 없습니다.", confirm: "사실로 확인", found: /: 사실로 확인/ },
    ...{ chart: "수위", came: /\d+분 뒤 실제로 도달/, rests: /관측값 \d+개, 규칙 1판/ },
    served: /이 도시에서 5\.50 m 예보 1건 가운데 1건은 실제로 도달했고 0건은 빗나갔습니다/,
  },
};

for (const locale of ["en", "ko"] as const)
  test(`why an alert was raised, how sure it is and what is expected next, ${locale}`, async ({
    as,
    addDevice,
    window,
  }, info) => {
    const said = words[locale];
    const device = await addDevice({ kind: "water-level", zone: "riverside" });
    const { api } = await as("admin");
    const given = koreaPack.find((r) => r.id === "jamsu-pedestrians");
    if (!given) throw new Error("The pack has no jamsu-pedestrians.");
    const { id: _, ...body } = given;
    const rule = { ...body, scope: { device: device.id }, publish: false };
    await api.call("addRule", { body: { id: `account-${device.id}`, rule } });

    const began = Date.now() - (CROSSES + 2) * 2 * MINUTE;
    const readings = (from: number, to: number) =>
      Array.from({ length: to - from }, (__, i) => from + i).map((step) => ({
        stream: "water-level",
        at: began + step * 2 * MINUTE,
        value: levelAt(step),
      }));
    await device.send(readings(0, CROSSES));
    // a forecast waits a moment for the readings of the streams beside it
    const forecast = async () => (await alertsOf(api, device.id)).find((a) => a.forecast);
    await expect.poll(async () => (await forecast())?.id).toBeTruthy();
    const foretold = await forecast();
    if (!foretold) throw new Error("what was foretold is gone");

    const desk = await window({ role: "operator", locale });
    await desk.goto(`/desk#alert=${foretold.id}`);
    const row = desk.locator(`[data-alert="${foretold.id}"]`);
    await expect(row).toContainText(said.forecast);
    await expect(row).toContainText(said.expected);
    const account = desk.locator("[data-trust]");
    await expect(account).toContainText(said.trust);
    await expect(account).toContainText(said.again);
    await expect(account.getByRole("img", { name: said.chart })).toBeVisible();
    const next = account.getByRole("region", { name: said.title });
    await expect(next).toContainText(said.chance);
    await expect(next).toContainText(said.none);
    await desk.screenshot({ path: info.outputPath(`foretold-${locale}.png`) });

    await account.getByRole("button", { name: said.confirm }).click();
    await expect(account).toContainText(said.found);

    await device.send(readings(CROSSES, CROSSES + 2));
    await expect(desk.getByText(said.came)).toBeVisible();
    const real = (await alertsOf(api, device.id)).find((a) => !a.forecast);
    await expect(account).toContainText(said.served);
    await desk.goto(`/desk#alert=${real?.id}`);
    await expect(account).toContainText(said.rests);
    await expect(account).toContainText(said.again);
    await expect(account.getByRole("img", { name: said.chart })).toBeVisible();
    await desk.screenshot({ path: info.outputPath(`real-${locale}.png`) });
  });

test("the admin reads how often who forecasts was right", async ({ window }) => {
  const page = await window({ role: "admin" });
  await page.goto("/admin/forecasts");
  const jamsu = page.locator("[data-forecaster=jamsu]");
  await expect(jamsu).toContainText("Han River Flood Control Office");
  await expect(jamsu.getByRole("row")).toHaveCount(4);
  await expect(page.locator("[data-forecaster=trend]")).toBeVisible();
});
