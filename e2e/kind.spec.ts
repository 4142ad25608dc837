import { koreaPack } from "../lib/analyze/pack/korea";
import { airQuality } from "./support/air-quality";
import { alertsOf } from "./support/facts";
import { expect, test } from "./support/fixtures";

test.skip(!!process.env.E2E_URL, "only the test's own city has the test's kind");

test("a kind of one file is validated, judged, shown and charted", async ({ as, addDevice, window }) => {
  const device = await addDevice({ kind: airQuality.id });
  const { api } = await as("admin");
  const at = Date.now() - 60_000;
  const answer = await device.send([
    { stream: "pm25", at, value: 30 },
    { stream: "pm25", at: at + 1, value: 5000 },
    { stream: "water-level", at: at + 2, value: 1 },
  ]);
  expect(answer.refused.map((r) => r.code)).toEqual(["out-of-range", "unknown-stream"]);

  const given = koreaPack.find((r) => r.id === "heat-35");
  if (!given) throw new Error("The pack has no heat-35.");
  const { id: _, ...body } = given;
  const rule = {
    ...body,
    hazard: "other" as const,
    scope: { kind: airQuality.id },
    stream: "pm25",
    raise: 150,
    clear: 100,
  };
  await api.call("addRule", { body: { id: "pm25-150", rule } });
  await device.send([{ stream: "pm25", at: at + 3, value: 180 }]);
  expect(await alertsOf(api, device.id)).toMatchObject([{ ruleId: "pm25-150", value: 180 }]);

  const { kinds } = await api.call("listKinds", {});
  expect(kinds.find((k) => k.id === airQuality.id)?.streams[0]).toMatchObject({ unit: "µg/m³" });
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk#device=${device.id}`);
  await expect(desk.getByText("Air quality box").first()).toBeVisible();
  await expect(desk.getByText("180").first()).toBeVisible();
  await expect(desk.getByRole("img", { name: "Fine dust, chart of the last 24 hours" })).toBeVisible();
});
