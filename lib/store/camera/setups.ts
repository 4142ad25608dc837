import type { CameraAim, CameraGround, NewCameraSource } from "../../contract/camera";
import type { Camera as Row } from "../generated/client";
import type { Tx } from "../open";

/** A camera's ground and aim, and its source sealed (lib/guard/camera-source). */
export type StoredCamera = {
  deviceId: string;
  ground: CameraGround | null;
  aim: CameraAim;
  format: NewCameraSource["format"] | null;
  sourceCipher: string | null;
};

export async function getCamera(db: Tx, deviceId: string): Promise<StoredCamera | null> {
  const row = await db.camera.findUnique({ where: { deviceId } });
  return row && cameraOf(row);
}

export async function listCameras(db: Tx): Promise<StoredCamera[]> {
  return (await db.camera.findMany({ orderBy: { deviceId: "asc" } })).map(cameraOf);
}

export async function putCamera(tx: Tx, { deviceId, ground, aim, ...rest }: StoredCamera): Promise<void> {
  const data = { ...rest, ground: ground && JSON.stringify(ground), aim: JSON.stringify(aim) };
  await tx.camera.upsert({ where: { deviceId }, create: { deviceId, ...data }, update: data });
}

function cameraOf({ ground, aim, format, ...row }: Row): StoredCamera {
  return {
    ...row,
    ground: ground === null ? null : (JSON.parse(ground) as CameraGround),
    aim: JSON.parse(aim) as CameraAim,
    format: format as StoredCamera["format"],
  };
}
