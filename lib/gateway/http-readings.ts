import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { WireRefusal } from "../contract/live";
import type { AuthenticateDevice } from "./devices";
import { type Receive, readingsOf, refusalOf } from "./receive";

const MAX_BODY_BYTES = 1_000_000;
const status = { unauthorized: 401, malformed: 400, "too-large": 413, busy: 503, "storage-unavailable": 503 } as const;

/** POST /api/v1/readings: the same as the event `readings`, with `Authorization: Bearer <deviceId>.<key>`. */
export function httpReadings(parts: { authenticate: AuthenticateDevice; receive: Receive; maxReadings: number }): Hono {
  const app = new Hono();
  app.use(
    "/api/v1/readings",
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json(tooLarge, 413, { connection: "close" }) }),
  );
  app.post("/api/v1/readings", async (c) => {
    const bearer = /^Bearer (.+)\.([^.]+)$/.exec(c.req.header("authorization") ?? "");
    let sender: string | null = null;
    const refuse = (refusal: WireRefusal) => {
      if (sender !== null) parts.receive.refused(sender, refusal.code);
      if (refusal.retryMs) c.header("retry-after", String(Math.ceil(refusal.retryMs / 1000)));
      return c.json(refusal, refusal.code in status ? status[refusal.code as keyof typeof status] : 503);
    };
    try {
      sender = parts.authenticate({ deviceId: bearer?.[1], key: bearer?.[2] }).deviceId;
      const frame: unknown = await c.req.json().catch(() => null);
      const readings = readingsOf(frame, parts.maxReadings);
      if ("code" in readings) return refuse(readings);
      return c.json(await parts.receive.readings(sender, readings));
    } catch (error) {
      return refuse(refusalOf(error));
    }
  });
  return app;
}

const tooLarge = { code: "too-large", message: `A request carries at most ${MAX_BODY_BYTES} bytes. Send several.` };
