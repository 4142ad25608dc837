import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** One rendering of a page for everybody who may see the same. */
type Rendering = { at: number; page: Promise<Page> };
type Page = { status: number; headers: Record<string, string>; body: string; nonce: string };
type Parts = {
  /** The web process. */
  target: string;
  now(): number;
  newNonce(): string;
  policy(nonce: string): string;
  headers: Readonly<Record<string, string>>;
};

/** How old a shared page may be, ms: its live line brings it up to date as soon as it is open. */
const SHARED_MS = 1000;
const MOST_PAGES = 64;
/** What the page depends on, beside its address. */
const VARIES = ["cookie", "accept-language"] as const;
const RENDER_TIMEOUT_MS = 30_000;
const HOP = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "date"]);
const compress = promisify(gzip);

/** The pages of the public. */
const SHARED = new Set(["/", "/transparency"]);

/** Whether a request is for a page of the public, by somebody who is not signed in: it is the same for everybody who asks alike. */
export function isShared({ method, url = "", headers }: IncomingMessage): boolean {
  const [pathname = ""] = url.split("?");
  const reads = method === "GET" && headers.rsc === undefined && headers.upgrade === undefined;
  return SHARED.has(pathname) && reads && !headers.cookie?.includes("session_token");
}

/**
 * A page of the public, rendered once a second at most for each language and look, however many citizens ask: in a disaster
 * they come all at once, on the machine that the readings need. Each answer has a nonce of its own.
 */
export function createSharedPages(parts: Parts) {
  const known = new Map<string, Rendering>();
  const rendered = (request: IncomingMessage): Promise<Page> => {
    const key = JSON.stringify([request.url, ...VARIES.map((name) => request.headers[name])]);
    const there = known.get(key);
    if (there && parts.now() - there.at < SHARED_MS) return there.page;
    const page = render(parts, request);
    known.delete(key);
    known.set(key, { at: parts.now(), page });
    for (const oldest of known.keys()) {
      if (known.size <= MOST_PAGES) break;
      known.delete(oldest);
    }
    const forget = () => {
      if (known.get(key)?.page === page) known.delete(key);
    };
    page.then(({ status }) => status !== 200 && forget(), forget);
    return page;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = await rendered(request);
    const nonce = parts.newNonce();
    const body = page.body.replaceAll(page.nonce, nonce);
    const zipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const bytes = zipped ? await compress(body, { level: 1 }) : Buffer.from(body);
    response.writeHead(page.status, {
      ...page.headers,
      ...parts.headers,
      ...(zipped && { "content-encoding": "gzip" }),
      "content-length": bytes.length,
      "content-security-policy": parts.policy(nonce),
    });
    response.end(bytes);
  };
}

async function render({ target, newNonce, policy }: Parts, request: IncomingMessage): Promise<Page> {
  const nonce = newNonce();
  const asked = VARIES.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : []));
  const answer = await fetch(target + request.url, {
    redirect: "manual",
    headers: { ...Object.fromEntries(asked), accept: "text/html", "content-security-policy": policy(nonce) },
    signal: AbortSignal.timeout(RENDER_TIMEOUT_MS),
  });
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !HOP.has(name)));
  return { status: answer.status, headers, body: await answer.text(), nonce };
}
