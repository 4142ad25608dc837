import { once } from "node:events";
import { createServer, get, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { createSharedPages, isShared } from "./shared-page";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        const body = (response.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    }).on("error", reject);
  });
}

async function house() {
  const state = { renders: 0, now: 0, status: 200 };
  const web = await serve((request, response) => {
    state.renders++;
    const nonce = /nonce-([^']+)/.exec(String(request.headers["content-security-policy"]))?.[1];
    response.writeHead(state.status, { "content-type": "text/html", "x-powered": "web" });
    response.end(`${request.headers.cookie ?? "nobody"} <script nonce="${nonce}">1</script> ${state.renders}`);
  });
  let nonces = 0;
  const parts = { target: web, now: () => state.now, newNonce: () => `n0nce${++nonces}-`, headers: { "x-own": "yes" } };
  const share = createSharedPages({ ...parts, policy: (nonce) => `script-src 'nonce-${nonce}'` });
  const city = await serve((request, response) => {
    if (isShared(request)) share(request, response).catch(() => response.writeHead(503).end());
    else response.end("not shared");
  });
  return { state, city };
}

it("renders once for all who ask alike within a second, and gives each a nonce of its own", async () => {
  const { state, city } = await house();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(`${city}/`, { "accept-encoding": "gzip" })));
  expect(state.renders).toBe(1);
  const nonces = answers.map(({ headers, body }) => {
    const [, policed] = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"])) ?? [];
    expect(body).toContain(`<script nonce="${policed}">`);
    expect(headers).toMatchObject({ "x-own": "yes", "x-powered": "web", "content-encoding": "gzip" });
    return policed;
  });
  expect(new Set(nonces).size).toBe(20);
  state.now = 1000;
  expect((await ask(`${city}/`)).body).toMatch(/ 2$/);
});

it("keeps languages, looks and areas apart, and whoever is signed in to themselves", async () => {
  const { state, city } = await house();
  const korean = await ask(`${city}/`, { cookie: "locale=ko" });
  const english = await ask(`${city}/`, { cookie: "locale=en" });
  expect([korean.body.split(" ")[0], english.body.split(" ")[0]]).toEqual(["locale=ko", "locale=en"]);
  await ask(`${city}/?area=x`);
  await ask(`${city}/`, { "accept-language": "ko" });
  expect(state.renders).toBe(4);
  expect((await ask(`${city}/transparency`)).body).toMatch(/ 5$/);
  for (const [path, headers] of [
    ["/", { cookie: "haechi.session_token=abc" }],
    ["/desk", {}],
    ["/", { rsc: "1" }],
  ] as [string, Record<string, string>][])
    expect((await ask(city + path, headers)).body).toBe("not shared");
  expect(state.renders).toBe(5);
});

it("does not keep what went wrong", async () => {
  const { state, city } = await house();
  state.status = 500;
  expect((await ask(`${city}/`)).status).toBe(500);
  state.status = 200;
  expect((await ask(`${city}/`)).status).toBe(200);
});
