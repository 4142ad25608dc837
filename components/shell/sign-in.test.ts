import { expect, test } from "vitest";
import { signIn } from "./sign-in";

const answering = (status: number, headers: Record<string, string> = {}, body = {}) =>
  (async () => Response.json(body, { status, headers })) as typeof fetch;

test.each([
  [401, {}, { key: "wrong" }],
  [400, {}, { key: "wrong" }],
  [403, {}, { key: "blocked" }],
  [429, { "x-retry-after": "42" }, { key: "tooMany", seconds: 42 }],
  [429, {}, { key: "tooMany", seconds: 60 }],
  [503, {}, { key: "unreachable" }],
  [500, {}, { key: "other", status: 500 }],
])("status %i tells what to do", async (status, headers, problem) => {
  expect(await signIn("a@b.c", "secret", answering(status, headers))).toEqual({ ok: false, problem });
});

test("a city that cannot store says so", async () => {
  const full = answering(503, {}, { code: "storage-unavailable" });
  expect(await signIn("a@b.c", "secret", full)).toEqual({ ok: false, problem: { key: "storage" } });
});

test("a silent city is unreachable, an empty form is not sent", async () => {
  const silent = (async () => Promise.reject(new TypeError("fetch failed"))) as typeof fetch;
  expect(await signIn("a@b.c", "secret", silent)).toEqual({ ok: false, problem: { key: "unreachable" } });
  expect(await signIn("", "", silent)).toEqual({ ok: false, problem: { key: "missing" } });
});

test("a person is led to their own work", async () => {
  const me = { id: "1", name: "Kim", email: "k@haechi.local", role: "fire", agencyId: "fire" };
  const city = (async (url: string) => Response.json(url.endsWith("/me") ? me : {})) as typeof fetch;
  expect(await signIn("k@haechi.local", "secret", city)).toEqual({ ok: true, home: "/dispatch/fire" });
});
