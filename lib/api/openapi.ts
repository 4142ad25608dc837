import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Refusal } from "../contract/common";
import { noticeKinds, webhookBody } from "../contract/notice";
import { ReadingsAnswer, ReadingsFrame } from "../contract/reading";
import type { Route } from "../contract/route";

type Registry = OpenAPIHono["openAPIRegistry"];

const refusal = {
  description: "Refused: a stable code, and a sentence that says what to do",
  content: { "application/json": { schema: Refusal } },
};

type Content = Record<string, { schema: z.ZodType }>;

/** One route in OpenAPI; `bytes`: what it takes or answers instead of JSON. */
export function describeRoute(
  registry: Registry,
  name: string,
  route: Route,
  bytes: { body?: { content: Content }; answer?: Content } = {},
): void {
  registry.registerPath({
    operationId: name,
    method: route.method,
    path: `/api/v1${route.path}`,
    summary: route.summary,
    description: `Permission: ${route.permission}`,
    security: route.permission === "public" ? [] : [{ session: [] }, { token: [] }],
    request: {
      ...(route.params && { params: route.params as never }),
      ...(route.query && { query: route.query as never }),
      ...(route.body && { body: { content: { "application/json": { schema: route.body } } } }),
      ...(bytes.body && { body: bytes.body }),
    },
    responses: {
      200: { description: "Done", content: bytes.answer ?? { "application/json": { schema: route.answer } } },
      default: refusal,
    },
  });
}

/** The whole document; the devices' route stands in the gateway and is told of here. */
export function describeApi(app: OpenAPIHono): object {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Haechi 해치",
      version: "1",
      description: "The city operations center's API. All times are UTC milliseconds.",
    },
  });
}

/** What stands beside the table: the ways to sign in, and the devices' readings. */
export function describeRest(registry: Registry): void {
  registry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "haechi.session_token",
  });
  registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  registry.registerComponent("securitySchemes", "device", {
    type: "http",
    scheme: "bearer",
    description: "<deviceId>.<key>",
  });
  registry.registerPath({
    operationId: "sendReadings",
    method: "post",
    path: "/api/v1/readings",
    summary: "A device sends readings; answered when the accepted ones are durable",
    security: [{ device: [] }],
    request: { body: { content: { "application/json": { schema: ReadingsFrame } } } },
    responses: {
      200: { description: "Taken in", content: { "application/json": { schema: ReadingsAnswer } } },
      default: refusal,
    },
  });
}

/** What an agency's webhook is sent: one entry a kind, of the schemas that the outbox takes. */
export function describeWebhooks(registry: Registry): void {
  for (const kind of noticeKinds)
    registry.registerWebhook({
      method: "post",
      path: kind,
      operationId: `on ${kind}`,
      summary: `Sent to webhooks that asked for ${kind}`,
      description:
        "Standard Webhooks (standardwebhooks.com): verify `webhook-signature` over `webhook-id`.`webhook-timestamp`.body. " +
        "Told at least once and in order; the same `webhook-id` is a repeat. Answer 2xx within 10 s.",
      request: {
        headers: webhookHeaders,
        body: { content: { "application/json": { schema: webhookBody(kind) } } },
      },
      responses: {
        200: { description: "Taken. 408, 425, 429, 502, 503, 504: asked again for a day; any other answer: 8 times." },
      },
    });
}

const webhookHeaders = z.object({
  "webhook-id": z.string().describe("the same at every try"),
  "webhook-timestamp": z.string().describe("seconds since 1970, of this try"),
  "webhook-signature": z.string().describe("v1,<base64>; two, parted by a space, while a secret is being changed"),
});
