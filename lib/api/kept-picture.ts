import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { Id, Text } from "../contract/common";
import type { KeptPicture } from "../contract/kept-picture";
import type { Route } from "../contract/route";
import { keptRefusal, noKept } from "../dispatch/kept-picture";
import { type Actor, agencyOfActor } from "../guard/actor";
import { may } from "../guard/may";
import { getKept } from "../store/camera/kept-pictures";
import { groundsOf } from "../store/camera/views";
import type { answering } from "./answer";
import type { ApiContext } from "./context";
import type { Looks } from "./look";
import { describeRoute } from "./openapi";
import { record } from "./record";

/** Beside the contract's table, since its answer is a picture. It asks by itself who may see it: a refusal goes into the record. */
const KEPT = {
  method: "get",
  path: "/kept-pictures/{id}",
  permission: "public",
  summary:
    "A kept picture: for who is on its open incident, and for the privacy officer with a reason; each look is recorded",
  params: z.object({ id: Id }),
  query: z.object({ reason: Text.max(300).default("") }),
  answer: z.unknown(),
} satisfies Route;

type Asked = { params: { id: string }; query: { reason: string }; actor: Actor };

export function describeKept(registry: OpenAPIHono["openAPIRegistry"]): void {
  const jpeg = { "image/jpeg": { schema: z.string().meta({ format: "binary" }) } };
  describeRoute(registry, "getKeptPicture", KEPT, { answer: jpeg });
}

export function serveKept(
  app: OpenAPIHono,
  context: ApiContext,
  looks: Looks,
  answer: ReturnType<typeof answering>,
): void {
  app.get("/api/v1/kept-pictures/:id", async (c) => {
    const bytes = (await answer(c, KEPT, (asked: Asked) => look(context, looks, asked))) as Uint8Array<ArrayBuffer>;
    return c.body(bytes, 200, { "content-type": "image/jpeg", "content-disposition": "inline" });
  });
}

async function look(context: ApiContext, looks: Looks, { params: { id }, query: { reason }, actor }: Asked) {
  const picture = await getKept(context.store.reader, id);
  await allow(context, looks, { id, picture, reason, actor });
  if (!picture) throw noKept("gone");
  const bytes = await context.kept.get(id, picture.hash);
  const { cameraId, incidentId } = picture;
  const detail = { pictureId: id, cameraId, incidentId, agencyId: agencyOfActor(actor), ...(reason && { reason }) };
  await context.store.write((tx) =>
    record(tx, context, actor, { action: "camera.picture.view", subject: `camera:${cameraId}`, detail }),
  );
  return bytes;
}

type Wanted = { id: string; picture: KeptPicture | null; reason: string; actor: Actor };

/** Throws the refusal, and has it written down. */
async function allow(context: ApiContext, looks: Looks, { id, picture, reason, actor }: Wanted): Promise<void> {
  const agencyId = agencyOfActor(actor);
  const person = actor.type === "person";
  const end = keptRefusal({
    now: context.clock.now(),
    expiresAt: picture?.expiresAt ?? 0,
    agencyId,
    incident: picture && (await groundsOf(context.store.reader, picture.incidentId, agencyId)),
    // a program has no eyes, here neither
    mayLook: person && may(actor, "cameras.view"),
    officer: person && may(actor, "admin"),
    reason,
  });
  if (!end) return;
  const { cameraId = "unknown", incidentId = null, purpose = null } = picture ?? {};
  const tried = { cameraId, incidentId, purpose, pictureId: picture ? id : null };
  throw await looks.refuse(actor, tried, noKept(end), "camera.picture.refused");
}
