import type { Context } from "hono";
import { z } from "zod";
import { Failure } from "../base/failure";
import { Id } from "../contract/common";
import type { Route } from "../contract/route";
import type { Actor } from "../guard/actor";
import type { answering } from "./answer";
import type { ApiContext, PictureAnswer } from "./context";
import type { Looks } from "./look";

/** Below /api/v1. `{name}` is `index.m3u8`, `picture.jpg`, or what a playlist named. */
export const PICTURE_PATH = "/cameras/{id}/views/{view}/{name}";

/** Beside the contract's table, since its answer is a picture. It asks by itself who may see it: a refusal goes into the record. */
const PICTURE: Route = {
  method: "get",
  path: PICTURE_PATH,
  permission: "public",
  summary: "A picture of a camera, within a view",
  params: z.object({ id: Id, view: Id, name: z.string().max(80) }),
  answer: z.unknown(),
};

type Asked = { params: { id: string; view: string; name: string }; actor: Actor };

/** GET a playlist, a piece of a stream or a snapshot: whether it may be seen is asked at every single one. */
export function answerPicture({ pictures }: ApiContext, looks: Looks, answer: ReturnType<typeof answering>) {
  return async (c: Context): Promise<Response> => {
    const picture = (await answer(c, PICTURE, async ({ params, actor }: Asked) => {
      const view = await looks.allowed(actor, params.view, params.id);
      const source = await looks.source(view.cameraId);
      const range = c.req.header("range") ?? null;
      const taken = await pictures.take({ viewId: view.id, cameraId: view.cameraId, source, name: params.name, range });
      // it may have ended while the camera took its time
      await looks.allowed(actor, params.view, params.id);
      return taken;
    })) as PictureAnswer;
    if (picture.bytes.length === 0) throw new Failure("busy", "The camera sent nothing. Try again.");
    const headers = {
      "content-type": picture.type,
      ...(picture.contentRange && { "content-range": picture.contentRange }),
    };
    return c.body(picture.bytes, picture.status, headers);
  };
}
