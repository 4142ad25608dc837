import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { NewId } from "../base/id";

export const REQUEST_ID = "x-request-id";

/** Gives every request an id, which its answer carries and the log names: writes are a line each, what is only read one at `debug`. */
export function requestLine(log: Logger, newId: NewId): MiddlewareHandler {
  return async (c, next) => {
    const id = newId();
    c.header(REQUEST_ID, id);
    const began = performance.now();
    await next();
    const { method, path } = c.req;
    const level = method === "GET" || method === "HEAD" ? "debug" : "info";
    const ms = Math.round(performance.now() - began);
    log[level]({ event: "request", requestId: id, method, path, status: c.res.status, ms });
  };
}
