import { PASSWORD } from "./support/city";
import { expect, test } from "./support/fixtures";

test("a wrong password says so, the right one leads to one's own page, and signing out ends it", async ({ window }) => {
  const page = await window();
  await page.goto("/desk");
  await expect(page).toHaveURL(/sign-in/);
  await page.getByRole("textbox", { name: "Email" }).fill("operator@haechi.local");
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The email or the password is not right.")).toBeVisible();
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/desk/);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeHidden();
  await page.goto("/desk");
  await expect(page).toHaveURL(/sign-in/);
});

test("nothing can be pressed or written into before the script works: no click is lost", async ({ window }) => {
  for (const [role, path] of [
    ["operator", "/desk"],
    ["admin", "/admin"],
    ["police", "/dispatch/police"],
  ] as const) {
    const plain = await window({ role, javaScriptEnabled: false });
    await plain.goto(path);
    await expect(plain.getByRole("button", { name: /^Account of/ }), path).toBeDisabled();
    await expect(plain.locator(":is(button, input, select, textarea):enabled"), path).toHaveCount(0);
  }
});

test("the police may not enter other rooms", async ({ window }) => {
  const page = await window({ role: "police" });
  for (const path of ["/admin", "/admin/rules", "/dispatch/fire", "/desk"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(page.getByRole("heading", { name: "You may not open this page" })).toBeVisible();
  }
});

test("the language is chosen once and stays", async ({ window }) => {
  const page = await window();
  await page.goto("/");
  await page.getByRole("button", { name: "한국어" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
});

test("no page may run a script that is not the city's own", async ({ request }) => {
  for (const path of ["/", "/sign-in"]) {
    const policy = (await request.get(path)).headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self' 'nonce-");
    if (!process.env.E2E_URL) expect(policy).not.toContain("unsafe-eval");
  }
});
