import { Failure } from "../base/failure";
import type { CameraAim, CameraSetup, CameraSetupChange } from "../contract/camera";
import type { Device } from "../contract/device";
import { sealCameraSource } from "../guard/camera-source";
import { shortenKept } from "../store/camera/kept-pictures";
import { getCamera, putCamera, type StoredCamera } from "../store/camera/setups";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

/** Why a camera stands there and where its pictures come from: the admin's part. */
export function cameraSetupHandlers(context: ApiContext): Pick<Handlers, "getCameraSetup" | "putCameraSetup"> {
  return {
    getCameraSetup: async ({ params: { id } }) => {
      const device = cameraOf(context, id);
      return shown(setupOf(device, await getCamera(context.store.reader, id)));
    },
    putCameraSetup: (asked) => put(context, asked),
  };
}

/** What is known of a camera; where nobody has set it up, what its device says of its aim. */
export function setupOf(device: Device, stored: StoredCamera | null | undefined): StoredCamera {
  const { id, properties } = device;
  return stored ?? { deviceId: id, ground: null, aim: aimOf(properties), format: null, sourceCipher: null };
}

async function put(
  context: ApiContext,
  { params: { id }, body, actor }: Asked<"putCameraSetup">,
): Promise<CameraSetup> {
  const { store, pictures } = context;
  const device = cameraOf(context, id);
  if (body.source) {
    const refusal = pictures.refusal(new URL(body.source.url));
    if (refusal) throw new Failure("invalid", refusal.message);
  }
  const setup = await store.write(async (tx) => {
    const before = setupOf(device, await getCamera(tx, id));
    const after = { ...before, ground: body.ground, aim: body.aim, ...sourceOf(context, id, body.source) };
    await putCamera(tx, after);
    await shortenKept(tx, id, body.ground.retentionDays);
    // the address says where the camera can be reached: it is not in the record either
    const source = body.source === undefined ? "kept" : body.source === null ? "removed" : "set";
    const detail = { ground: body.ground, aim: body.aim, source };
    await record(tx, context, actor, { action: "camera.setup", subject: `camera:${id}`, detail });
    return after;
  });
  return shown(setup);
}

function sourceOf({ deviceMaster }: ApiContext, id: string, source: CameraSetupChange["source"]) {
  if (source === undefined) return {};
  if (source === null) return { format: null, sourceCipher: null };
  return { format: source.format, sourceCipher: sealCameraSource(deviceMaster, id, source) };
}

function cameraOf({ view, kinds }: ApiContext, id: string): Device {
  const device = found(view.device(id), "camera", id);
  return found(kinds.get(device.kind)?.cameraStatus && device, "camera", id);
}

function shown({ deviceId, ground, aim, format }: StoredCamera): CameraSetup {
  return { cameraId: deviceId, ground, aim, source: format && { format } };
}

function aimOf(properties: Record<string, string>): CameraAim {
  const number = (name: string, most: number) => {
    const value = Number.parseFloat(properties[name] ?? "");
    return value >= 0 && value <= most ? value : null;
  };
  return {
    bearingDeg: number("bearing", 359.9),
    fovDeg: number("fov", 360) || null,
    rangeM: number("range", 10_000) || null,
  };
}
