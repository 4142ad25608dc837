import { Failure } from "../base/failure";
import { type KeptPicture, MOST_KEPT } from "../contract/kept-picture";
import { noLook } from "../dispatch/camera-view";
import { expiryOf } from "../dispatch/kept-picture";
import { displayName } from "../guard/actor";
import { addKept, listKept } from "../store/camera/kept-pictures";
import { getCamera } from "../store/camera/setups";
import { getView, type StoredView } from "../store/camera/views";
import type { Tx } from "../store/open";
import { sha256 } from "../store/upload/uploads";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import type { Looks } from "./look";
import { record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

/** Pictures that are kept as evidence: taken within a look, and only of what came after they were asked for. */
export function keptPictureHandlers(
  context: ApiContext,
  looks: Looks,
): Pick<Handlers, "keepPicture" | "listKeptPictures"> {
  return {
    keepPicture: (asked) => keep(context, looks, asked),
    listKeptPictures: async ({ params: { id } }) => ({
      pictures: await listKept(context.store.reader, { cameraId: id }),
    }),
  };
}

async function keep(context: ApiContext, looks: Looks, asked: Asked<"keepPicture">): Promise<KeptPicture> {
  const { params, actor } = asked;
  const view = await looks.allowed(actor, params.id, null);
  const source = await looks.source(view.cameraId);
  const retentionDays = await retentionOf(context, view.cameraId);
  const bytes = await context.pictures.still({ viewId: view.id, cameraId: view.cameraId, source });
  // it may have ended while the camera took its time
  await looks.allowed(actor, params.id, null);
  const at = context.clock.now();
  const { cameraId, incidentId, purpose, agencyId } = view;
  const about = { cameraId, incidentId, purpose, agencyId };
  const facts = { bytes: bytes.length, hash: sha256(bytes), at, expiresAt: expiryOf(at, retentionDays) };
  const picture: KeptPicture = { id: context.newId(), by: displayName(actor), ...about, ...facts };
  await context.kept.put(picture.id, bytes);
  try {
    await context.store.write((tx) => writeDown(tx, context, asked, view, picture));
  } catch (error) {
    // no row tells of these bytes: they must not stay
    await context.kept.drop(picture.id);
    throw error;
  }
  await context.changed({ incidents: [await wholeIncident(context.store.reader, incidentId)] });
  return picture;
}

/** Days; Failure `conflict` where nobody has said by which law the camera stands there. */
async function retentionOf({ store }: ApiContext, cameraId: string): Promise<number> {
  const ground = (await getCamera(store.reader, cameraId))?.ground;
  if (!ground?.legalBasis.trim())
    throw new Failure(
      "conflict",
      "Nobody has written down this camera's legal basis. It can be looked at, not kept: ask the admin.",
      {
        end: "no-basis",
      },
    );
  return ground.retentionDays;
}

async function writeDown(
  tx: Tx,
  context: ApiContext,
  { actor }: Asked<"keepPicture">,
  { id: viewId }: StoredView,
  picture: KeptPicture,
): Promise<void> {
  const { id: pictureId, cameraId, incidentId, at: _at, by: _by, ...facts } = picture;
  const end = (await getView(tx, viewId))?.end;
  if (end) throw noLook(end);
  if ((await wholeIncident(tx, incidentId)).state !== "open") throw closed;
  if ((await listKept(tx, { incidentId })).length >= MOST_KEPT)
    throw new Failure("conflict", `${MOST_KEPT} pictures of this incident are kept already. No more are taken.`, {
      end: "full",
    });
  await addKept(tx, { ...picture, viewId });
  const text = context.view.device(cameraId)?.name ?? cameraId;
  await tell(tx, context, actor, { incidentId, kind: "picture-kept", detail: { pictureId, cameraId, text } });
  const detail = { pictureId, viewId, cameraId, incidentId, ...facts };
  await record(tx, context, actor, { action: "camera.picture.keep", subject: `camera:${cameraId}`, detail });
}
