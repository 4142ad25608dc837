import { expect, it } from "vitest";
import type { Role } from "../contract/people";
import { listAudit } from "../store/audit/list-audit";
import { addPerson } from "../store/person/add-person";
import { changePerson } from "../store/person/change-person";
import { refuseWrites, testStore } from "../store/test-store";
import { revokeToken } from "../store/token/tokens";
import { agencyOf } from "./actor";
import { makeToken } from "./api-token";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS } from "./auth-record";

const ORIGIN = "http://127.0.0.1:3000";
const password = "a long password";

async function city(publicUrl: string | null = null) {
  const store = await testStore();
  const auth = createAuth({ store, secret: "s".repeat(43), publicUrl });
  const passwordHash = await auth.hashPassword(password);
  await store.write(async (tx) => {
    for (const role of ["operator", "police"] as Role[]) {
      const person = {
        id: role,
        name: role,
        email: `${role}@haechi.local`,
        role,
        agencyId: agencyOf(role),
        disabled: false,
        createdAt: 1,
      };
      await addPerson(tx, person, passwordHash);
    }
  });
  const post = (path: string, body: object, headers: Record<string, string> = {}) => {
    const all = { "content-type": "application/json", origin: ORIGIN, [CLIENT_ADDRESS]: "10.0.0.1", ...headers };
    return auth.authHandler(
      new Request(`${ORIGIN}/api/auth${path}`, { method: "POST", headers: all, body: JSON.stringify(body) }),
    );
  };
  const signIn = (email: string, given = password, headers = {}) =>
    post("/sign-in/email", { email, password: given }, headers);
  return { store, auth, post, signIn };
}

const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

it("signs in, knows the person, records it, and signs out", async () => {
  const { auth, post, signIn, store } = await city();
  const answer = await signIn("police@haechi.local");
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([
    200,
    expect.stringMatching(/HttpOnly; SameSite=Lax/),
  ]);
  const cookie = cookieOf(answer);
  expect(await auth.identify(new Headers({ cookie }))).toMatchObject({
    type: "person",
    role: "police",
    agencyId: "police",
  });
  expect((await listAudit(store.reader, { limit: 10 })).map((r) => [r.actor, r.action])).toEqual([
    ["person:police@haechi.local", "sign-in"],
  ]);
  await post("/sign-out", {}, { cookie });
  expect(await auth.identify(new Headers({ cookie }))).toEqual({ type: "anonymous" });
});

it("refuses wrong passwords, strangers, sign-up, a forged cookie and another site's page", async () => {
  const { auth, post, signIn, store } = await city();
  expect((await signIn("police@haechi.local", "another password")).status).toBe(401);
  expect((await signIn("Nobody@haechi.local")).status).toBe(401);
  const [last] = await listAudit(store.reader, { limit: 1 });
  expect(last).toMatchObject({
    actor: "anonymous",
    action: "sign-in.refused",
    subject: "person:nobody@haechi.local",
    detail: { address: "10.0.0.1" },
  });
  expect((await post("/sign-up/email", { name: "x", email: "x@x.kr", password })).status).toBeGreaterThanOrEqual(400);
  expect((await signIn("police@haechi.local", password, { origin: "http://evil.example", cookie: "a=b" })).status).toBe(
    403,
  );
  expect(await auth.identify(new Headers({ cookie: "haechi.session_token=abc.def" }))).toEqual({ type: "anonymous" });
});

it("opens of the sign-in library only what the city needs", async () => {
  const { auth, signIn } = await city();
  const cookie = cookieOf(await signIn("police@haechi.local"));
  const paths = [
    "list-sessions",
    "update-session",
    "list-accounts",
    "error",
    "ok",
    "",
    "x/../update-user",
    "sign-up/email",
  ];
  for (const path of paths) {
    const answer = await auth.authHandler(new Request(`${ORIGIN}/api/auth/${path}`, { headers: { cookie } }));
    expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, "not-found"]);
  }
});

it("lets nobody give themselves a role", async () => {
  const { auth, post, signIn } = await city();
  const cookie = cookieOf(await signIn("police@haechi.local"));
  expect((await post("/update-user", { role: "admin", name: "x" }, { cookie })).status).toBe(404);
  expect(await auth.identify(new Headers({ cookie }))).toMatchObject({ role: "police", name: "police" });
});

it("shuts a disabled log-in out at once, and does not let it in again", async () => {
  const { auth, signIn, store } = await city();
  const cookie = cookieOf(await signIn("operator@haechi.local"));
  await store.write((tx) => changePerson(tx, "operator", { disabled: true }, 2));
  expect(await auth.identify(new Headers({ cookie }))).toEqual({ type: "anonymous" });
  expect((await signIn("operator@haechi.local")).status).toBe(403);
});

it("limits tries to sign in by address", async () => {
  const { signIn } = await city();
  // not an e-mail address: counted like any try, without the price of a password hash
  const tries = (address: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => signIn("nobody", "wrong", { [CLIENT_ADDRESS]: address })));
  const statuses = (await tries("10.9.9.9", 31)).map((r) => r.status);
  expect([statuses.filter((s) => s === 400).length, statuses.filter((s) => s === 429).length]).toEqual([30, 1]);
  expect((await tries("10.9.9.8", 1))[0]?.status).toBe(400);
});

it("marks cookies secure where the city is reached by https", async () => {
  const { signIn } = await city("https://city.example");
  const answer = await signIn("police@haechi.local", password, { origin: "https://city.example" });
  expect(answer.headers.get("set-cookie")).toMatch(/^__Secure-haechi.*; Secure/);
});

it("knows a token until it is revoked", async () => {
  const { auth, store } = await city();
  const { text, token } = await store.write((tx) =>
    makeToken(tx, { role: "fire", label: "cad", at: 1, newId: () => "t1" }),
  );
  const headers = new Headers({ authorization: `Bearer ${text}` });
  expect(await auth.identify(headers)).toEqual({
    type: "token",
    id: "t1",
    name: "cad",
    role: "fire",
    agencyId: "fire",
  });
  const monitor = await store.write((tx) =>
    makeToken(tx, { role: "monitor", label: "prometheus", at: 1, newId: () => "t2" }),
  );
  expect(await auth.identify(new Headers({ authorization: `Bearer ${monitor.text}` }))).toEqual({
    type: "monitor",
    id: "t2",
    name: "prometheus",
  });
  expect(JSON.stringify(await store.reader.apiToken.findMany(), (_, v) => String(v))).not.toContain(text);
  await store.write((tx) => revokeToken(tx, token.id, 2));
  expect(await auth.identify(headers)).toEqual({ type: "anonymous" });
  expect(await auth.identify(new Headers({ authorization: "Bearer haechi_guess" }))).toEqual({ type: "anonymous" });
});

it("says that the city cannot store when somebody signs in meanwhile, rightly or wrongly", async () => {
  const { signIn, store } = await city();
  await refuseWrites(store, true);
  for (const given of [password, "a wrong password"]) {
    const answer = await signIn("operator@haechi.local", given);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { code: "storage-unavailable", message: expect.stringMatching(/can only be read/) },
    ]);
  }
});
