import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import { Failure, failureStatus, isFailure } from "../base/failure";
import type { Route } from "../contract/route";
import { type RouteName, routes } from "../contract/routes";
import { CLIENT_ADDRESS } from "../guard/auth-record";
import { answering } from "./answer";
import { declaredLength } from "./body";
import { clientAddress } from "./client-address";
import type { ApiContext } from "./context";
import { describeFiles, serveFiles } from "./files";
import { handlersOf } from "./handlers";
import { describeKept, serveKept } from "./kept-picture";
import { Looks } from "./look";
import { answerMetrics } from "./metrics";
import { describeApi, describeRest, describeRoute, describeWebhooks } from "./openapi";
import { answerPicture, PICTURE_PATH } from "./picture";
import { answerViewsCsv, VIEWS_CSV } from "./privacy-csv";
import { REQUEST_ID, requestLine } from "./request-line";

/** Sign-in reads its bodies by itself, before it knows who asks: an e-mail address and passwords. */
const MOST_SIGN_IN_BYTES = 16_000;

/** Everything below /api but POST /api/v1/readings, made of the contract's table: who asks, may they, is it well formed, verb, answer. */
export function createApi(context: ApiContext, looks = new Looks(context)): OpenAPIHono {
  const app = new OpenAPIHono();
  const handlers = handlersOf(context, looks);
  app.use(
    "/api/*",
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      strictTransportSecurity: false,
    }),
  );
  app.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.use("/api/*", requestLine(context.log, context.newId));
  app.use("/api/*", declaredLength);
  app.use("/api/auth/*", bodyLimit({ maxSize: MOST_SIGN_IN_BYTES, onError: (c) => refuse(c, tooMuchForSignIn) }));
  app.onError((error, c) => {
    if (!isFailure(error)) tellError(context.log, c, error);
    return refuse(c, error);
  });
  app.all("/api/auth/*", (c) => context.authHandler(addressed(c, context.behindProxy)));
  app.get("/api/health", (c) => c.json(context.view.health()));
  const answer = answering(context);
  app.get("/api/metrics", answerMetrics(context, answer));
  app.get(`/api/v1${VIEWS_CSV.path}`, answerViewsCsv(context, answer));
  describeRest(app.openAPIRegistry);
  describeFiles(app.openAPIRegistry);
  describeKept(app.openAPIRegistry);
  describeWebhooks(app.openAPIRegistry);
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    describeRoute(app.openAPIRegistry, name, route);
    app.on(route.method.toUpperCase(), honoPath(route.path), async (c) =>
      c.json(await answer(c, route, handlers[name])),
    );
  }
  app.get(honoPath(PICTURE_PATH), answerPicture(context, looks, answer));
  serveKept(app, context, looks, answer);
  serveFiles(app, context, answer);
  app.get("/api/openapi.json", (c) => c.json(describeApi(app)));
  app.all("/api/*", (c) => refuse(c, new Failure("not-found", "There is no such route. See /api/openapi.json.")));
  return app;
}

function honoPath(path: string): string {
  return `/api/v1${path.replace(/\{(\w+)\}/g, ":$1")}`;
}

/** The request as sign-in gets it: with the address that its limits count by, whatever the client wrote there. */
function addressed(c: Context, behindProxy: boolean): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_ADDRESS, clientAddress(c, behindProxy).address);
  return new Request(c.req.raw, { headers });
}

/** What went wrong, under the id that the answer carries. */
function tellError(log: Logger, c: Context, err: Error): void {
  const requestId = c.res.headers.get(REQUEST_ID);
  log.error({ event: "failed", requestId, method: c.req.method, path: c.req.path, err }, "a request failed");
}

function refuse(c: Context, error: unknown): Response {
  const sentence = "The city could not do this. Try again; the error is in its log.";
  const { code, message, detail } = isFailure(error) ? error : new Failure("internal", sentence);
  if (code === "too-many")
    c.header("retry-after", String((detail as { retryAfterSeconds?: number })?.retryAfterSeconds ?? 1));
  return c.json({ code, message, ...(detail !== undefined && { detail }) }, failureStatus[code]);
}

const tooMuchForSignIn = new Failure("too-large", `A sign-in carries at most ${MOST_SIGN_IN_BYTES} bytes.`);
