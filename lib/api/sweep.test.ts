import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { noticeKinds } from "../contract/notice";
import { Role } from "../contract/people";
import type { Permission, Route } from "../contract/route";
import { type RouteName, routes } from "../contract/routes";
import { testApi } from "./test-api";

const table = Object.entries(routes) as [RouteName, Route][];
const allowed: Record<Exclude<Permission, "public">, Role[]> = {
  self: ["operator", "police", "fire", "agency", "admin"],
  "city.read": ["operator", "admin"],
  "alerts.handle": ["operator"],
  "incidents.read": ["operator", "police", "fire", "agency", "admin"],
  "incidents.handle": ["operator"],
  "assignments.answer": ["police", "fire", "agency"],
  "cameras.view": ["operator", "police", "fire", "agency"],
  "metrics.read": ["operator", "admin"],
  admin: ["admin"],
};

it("answers every route by who asks: 401 signed out, 403 for a role that may not, neither for one that may", async () => {
  const { app } = await testApi(createClient);
  const statusOf = async (route: Route, role: Role | null) => {
    const headers = {
      origin: "http://localhost",
      host: "localhost",
      "content-type": "application/json",
      ...(role && { "x-test-role": role }),
    };
    const url = `http://localhost/api/v1${route.path.replace("{step}", "accept").replace(/\{\w+\}/g, "nothing")}?from=1&to=2`;
    const body = route.method === "get" || route.method === "delete" ? null : "{}";
    return (await app.request(url, { method: route.method.toUpperCase(), headers, body })).status;
  };
  for (const [name, route] of table) {
    const { permission } = route;
    const open = permission === "public";
    const signedOut = await statusOf(route, null);
    expect([name, signedOut === 401], `${name} signed out: ${signedOut}`).toEqual([name, !open]);
    for (const role of Role.options) {
      const status = await statusOf(route, role);
      expect(status, `${name} as ${role}`).not.toBe(401);
      expect([name, role, status === 403]).toEqual([name, role, !open && !allowed[permission].includes(role)]);
    }
  }
});

it("answers everything else below /api with a code", async () => {
  const { app } = await testApi(createClient);
  for (const path of ["/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/nothing", "/api/v1/devices/x/y/z"]) {
    const answer = await app.request(path);
    expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, "not-found"]);
  }
});

it("tells what is wrong with a body: not JSON, not valid, too large, from another site", async () => {
  const { app } = await testApi(createClient);
  const send = async (body: string, headers: Record<string, string> = { origin: "http://localhost" }) => {
    const all = { host: "localhost", "x-test-role": "operator", "content-length": String(body.length), ...headers };
    const answer = await app.request("http://localhost/api/v1/incidents", { method: "POST", headers: all, body });
    return [answer.status, (await answer.json()).code];
  };
  expect(await send("{")).toEqual([400, "bad-request"]);
  expect(await send('{"alertIds":[]}')).toEqual([422, "invalid"]);
  expect(await send(JSON.stringify({ alertIds: ["x".repeat(2_000_000)] }))).toEqual([413, "too-large"]);
  expect(await send("{}", { origin: "http://evil.example" })).toEqual([403, "forbidden"]);
  expect(await send("{}", { "sec-fetch-site": "cross-site" })).toEqual([403, "forbidden"]);
  expect(await send("{}", {})).toEqual([403, "forbidden"]);
});

it("describes every route in OpenAPI", async () => {
  const { app } = await testApi(createClient);
  const document = (await (await app.request("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, unknown>>;
    webhooks: Record<string, Record<string, unknown>>;
  };
  for (const [, route] of table) expect(document.paths[`/api/v1${route.path}`]).toHaveProperty(route.method);
  expect(document.paths["/api/v1/readings"]).toHaveProperty("post");
  expect(Object.keys(document.webhooks)).toEqual(noticeKinds);
});

it("gives the metrics to whoever may read them, and an id to every request", async () => {
  const { app } = await testApi(createClient);
  const ask = (role: string | null) => app.request("/api/metrics", role ? { headers: { "x-test-role": role } } : {});
  expect((await ask(null)).status).toBe(401);
  expect((await ask("police")).status).toBe(403);
  const answer = await ask("operator");
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    200,
    "text/plain",
    "haechi_queue_frames 0\n",
  ]);
  const ids = [answer, await ask("admin")].map((a) => a.headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(2);
});

it("reads nothing of a stranger's body, and stops reading anybody's that grows too long without having said so", async () => {
  const { app } = await testApi(createClient);
  let read = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>(
      {
        pull: (to) => {
          read++;
          to.enqueue(new Uint8Array(65_536));
        },
      },
      { highWaterMark: 0 },
    );
  const send = async (path: string, role: string | null) => {
    read = 0;
    const headers = { origin: "http://localhost", host: "localhost", ...(role && { "x-test-role": role }) };
    const init = { method: "POST", headers, body: endless(), duplex: "half" };
    const { status } = await app.request(`http://localhost/api/v1/${path}`, init as RequestInit);
    return [status, read];
  };
  expect(await send("incidents/x/files?name=a.png", null)).toEqual([401, 0]);
  expect(await send("incidents", null)).toEqual([401, 0]);
  expect(await send("incidents/x/files?name=a.png", "admin")).toEqual([413, 161]);
  expect(await send("incidents", "operator")).toEqual([413, 16]);
});
