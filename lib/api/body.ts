import type { Context, MiddlewareHandler } from "hono";
import { Failure } from "../base/failure";
import { MOST_FILE_BYTES } from "../contract/file";

/** Where files are added: the only large bodies. */
const FILES = /^\/api\/v1\/incidents\/[^/]+\/files$/;
const mostFor = (path: string): number => (FILES.test(path) ? MOST_FILE_BYTES : 1_000_000);

/** Refuses what says itself that it is too long, before anything of it is read. Throws Failure `too-large`. */
export const declaredLength: MiddlewareHandler = async (c, next) => {
  const most = mostFor(c.req.path);
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most);
  await next();
};

/**
 * The body's bytes, read only when this is asked: whoever asks first checks who sent it, so that no stranger's body, however slowly
 * it comes and whatever length it does not say, lies in the city's memory. Throws Failure `too-large`.
 */
export async function bytesOf(c: Context): Promise<Uint8Array> {
  const most = mostFor(c.req.path);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw tooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(most: number): Failure {
  return new Failure("too-large", `A request carries at most ${most} bytes. Send less at once.`);
}
