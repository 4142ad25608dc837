import type { Logger } from "pino";
import type { ApiContext } from "./api/context";
import { DAY } from "./base/clock";
import type { KeptPicture } from "./contract/kept-picture";
import { RETENTION_DAYS } from "./dispatch/kept-picture";
import { writeAudit } from "./guard/audit";
import { expiredKept, keptIds, markDeleted } from "./store/camera/kept-pictures";
import { listCameras } from "./store/camera/setups";

type Parts = Pick<ApiContext, "store" | "clock" | "kept"> & { log: Logger };

const MOST_A_TURN = 500;

/** Deletes each kept picture whose time is over, and writes down that it is gone. One that the disk does not let go is tried again at the next turn. */
export async function expirePictures(parts: Parts): Promise<void> {
  const { store, clock, log } = parts;
  for (const picture of await expiredKept(store.reader, clock.now(), MOST_A_TURN))
    await expire(parts, picture).catch((err: unknown) =>
      log.error({ event: "picture-not-deleted", picture: picture.id, err }, "an expired picture could not be deleted"),
    );
}

/** First the bytes and then the row: the record never says of a picture that is still there that it is gone. */
async function expire({ store, clock, kept }: Parts, picture: KeptPicture): Promise<void> {
  const { id: pictureId, cameraId, incidentId, hash, at: keptAt, expiresAt } = picture;
  const found = await kept.drop(pictureId);
  const at = clock.now();
  await store.write(async (tx) => {
    if (!(await markDeleted(tx, pictureId, at))) return;
    const detail = { pictureId, cameraId, incidentId, hash, keptAt, expiresAt, found };
    const row = { at, actor: "system:retention", action: "camera.picture.delete", subject: `camera:${cameraId}` };
    await writeAudit(tx, { ...row, detail });
  });
}

/**
 * At the start, before anybody can keep one: files that no row tells of, as a power cut between the two leaves them. They stay
 * as long as the strictest camera's pictures, since a restore that is taken back may want them. Answers how many went.
 */
export async function sweepPictures({ store, kept, log }: Parts, wallNow: number): Promise<number> {
  const [known, cameras] = [await keptIds(store.reader), await listCameras(store.reader)];
  const days = Math.min(RETENTION_DAYS, ...cameras.map((c) => c.ground?.retentionDays ?? RETENTION_DAYS));
  const old = (await kept.list()).filter((file) => !known.has(file.id) && file.writtenAt < wallNow - days * DAY);
  for (const { id } of old)
    await kept.drop(id).catch((err: unknown) => log.error({ event: "picture-not-deleted", picture: id, err }));
  return old.length;
}
