import { PASSWORD } from "./support/city";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";
import { signInAs } from "./support/people";

test("a shift ends: one operator hands over what is open, the next takes it in Korean, and both screens say who has it", async ({
  as,
  addDevice,
  browser,
  city,
  window,
}) => {
  const email = `night-${Date.now()}@haechi.local`;
  const { api } = await as("admin");
  await api.call("addPerson", { body: { name: "Night Park", email, role: "operator", password: PASSWORD } });
  const night = await signInAs(city.url, email);
  const device = await addDevice({ kind: "street-flood" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const operator = await as("operator");
  const alert = await alertBy(operator.api, device.id, "street-closed");
  const { id } = await operator.api.call("openIncident", { body: { alertIds: [alert.id] } });
  await operator.api.call("requestAssignment", { params: { id }, body: { agencyId: "fire" } });

  // both sit there already: neither page is loaded anew
  const context = await browser.newContext({ baseURL: city.url, reducedMotion: "reduce" });
  await context.addCookies([{ name: "locale", value: "ko", url: city.url }]);
  await night.enter(context);
  const [day, next] = [await window({ role: "operator" }), await context.newPage()];
  await Promise.all([day.goto("/desk/handover"), next.goto("/desk/handover")]);
  await expect(next.getByRole("button", { name: "인계하기" })).toBeVisible();

  const note = `Watch ${device.id}.`;
  await day.getByRole("textbox", { name: "To the next shift" }).fill(note);
  await day.getByRole("button", { name: "Hand over" }).click();
  await expect(day.getByRole("status").filter({ hasText: "Written." })).toBeVisible();
  const cardOn = (page: typeof day) => page.locator("[data-handover]").filter({ hasText: note });
  const [dayCard, nextCard] = [cardOn(day), cardOn(next)];
  await expect(nextCard).toContainText("아직 인수하지 않음");
  // what stands open, with what was asked and not yet done
  const open = nextCard.getByRole("listitem").filter({ has: next.locator(`a[href$="${id}"]`) });
  await expect(open).toContainText("진행 중 지령 1건");
  await nextCard.getByRole("button", { name: "근무 인수" }).click();
  await expect(nextCard).toContainText("인수자 Night Park");
  await expect(nextCard.getByRole("button", { name: "근무 인수" })).toHaveCount(0);
  await expect(dayCard).toContainText("taken over by Night Park");
  await expect(dayCard.getByRole("button", { name: "Take the shift over" })).toHaveCount(0);

  const { handovers } = await operator.api.call("listHandovers", {});
  const kept = handovers.find((it) => it.note === note);
  expect(kept).toMatchObject({ takenBy: "Night Park", takenAt: expect.any(Number) });
  expect(kept?.state.incidents.map((it) => it.id)).toContain(id);
  await context.close();
});
