import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Where a request comes from. Behind a proxy on this host (PUBLIC_URL is set) its last `x-forwarded-for` counts; without one
 * that header is anybody's to write. `ownPages`: asked from this host itself, as the web process does for every citizen.
 */
export function clientAddress(c: Context, behindProxy: boolean): { address: string; ownPages: boolean } {
  const socket = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket;
  const remote = socket?.remoteAddress ?? "127.0.0.1";
  const here = LOOPBACK.test(remote) || remote === socket?.localAddress;
  if (!here) return { address: remote, ownPages: false };
  const forwarded = behindProxy && c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded ? { address: forwarded, ownPages: LOOPBACK.test(forwarded) } : { address: remote, ownPages: true };
}
