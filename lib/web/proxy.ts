import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import httpProxy from "http-proxy-3";
import { createSharedPages, isShared } from "./shared-page";

export type Front = {
  web(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
};

/** Passes a request on to the web process, with a content security policy whose nonce Next puts on its scripts. */
export function createProxy(target: string, development: boolean): Front {
  const proxy = httpProxy.createProxyServer({ target, xfwd: true });
  proxy.on("error", (_error, _request, response) => {
    if (!("writeHead" in response) || response.headersSent) return void response.end();
    webIsAway(response as ServerResponse);
  });
  proxy.on("proxyRes", (answer, request) => {
    Object.assign(answer.headers, securityHeaders, {
      "content-security-policy": request.headers["content-security-policy"],
    });
  });
  const share = createSharedPages({
    target,
    now: () => performance.now(),
    newNonce,
    policy: (nonce) => policy(nonce, development),
    headers: securityHeaders,
  });
  return {
    web(request, response) {
      if (isShared(request))
        return void share(request, response).catch(() => response.headersSent || webIsAway(response));
      request.headers["content-security-policy"] = policy(newNonce(), development);
      proxy.web(request, response);
    },
    upgrade: (request, socket, head) => proxy.ws(request, socket, head),
  };
}

/** Says that the screens are starting, and whom to call meanwhile. */
export function webIsAway(response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "2", ...securityHeaders });
  response.end(WEB_IS_AWAY);
}

const newNonce = (): string => randomBytes(16).toString("base64");

function policy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    // hls.js hands the player its pictures as a blob
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const securityHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(self)",
  "cross-origin-opener-policy": "same-origin",
};

const WEB_IS_AWAY = `<!doctype html><html lang="ko"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>해치 Haechi</title>
<body style="font:1.1rem/1.6 sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem"><h1>화면을 다시 준비하고 있습니다</h1>
<p>잠시 후 자동으로 다시 열립니다. 위험하면 112 또는 119로 전화하십시오.</p><hr><h1 lang="en">The screens are starting again</h1>
<p lang="en">This page reloads by itself. In danger call 112 or 119.</p></body></html>`;
