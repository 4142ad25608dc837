import { Failure } from "../base/failure";
import type { Device } from "../contract/device";
import type { Actor } from "../guard/actor";
import { newDeviceKey, sealKey } from "../guard/device-key";
import { changeDevice } from "../store/device/change-device";
import { getDevice } from "../store/device/get-device";
import { putDeviceKey } from "../store/device/put-device-key";
import { retireDevice } from "../store/device/retire-device";
import { readSeries } from "../store/reading/series";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { enrollDevice } from "./enroll-device";
import { found, record } from "./record";
import { checkDeviceZone } from "./zones";

type Names =
  | "listDevices"
  | "getDevice"
  | "addDevice"
  | "changeDevice"
  | "rotateDeviceKey"
  | "retireDevice"
  | "getSeries";

export function deviceHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock, view } = context;
  return {
    listDevices: async ({ query }) => ({ devices: view.devices().filter((d) => wanted(d, query)) }),
    getDevice: async ({ params: { id } }) => found(view.device(id), "device", id),
    addDevice: async ({ body, actor }) => {
      const key = await enrollDevice(context, actor, body);
      await deviceChanged(context, body.id);
      return { deviceId: body.id, key };
    },
    changeDevice: async ({ params: { id }, body, actor }) => {
      if (body.zone !== undefined) await checkDeviceZone(store, body.zone);
      await store.write(async (tx) => {
        if (!(await changeDevice(tx, id, body))) found(null, "device", id);
        await record(tx, context, actor, { action: "device.change", subject: `device:${id}`, detail: body });
      });
      return deviceChanged(context, id);
    },
    rotateDeviceKey: async ({ params: { id }, actor }) => {
      const key = await rotateKey(context, actor, id);
      await deviceChanged(context, id);
      return { deviceId: id, key };
    },
    retireDevice: async ({ params: { id }, actor }) => {
      await store.write(async (tx) => {
        if (!(await retireDevice(tx, id, clock.now()))) throw notInService(id);
        await record(tx, context, actor, { action: "device.retire", subject: `device:${id}` });
      });
      return deviceChanged(context, id);
    },
    getSeries: (asked) => series(context, asked),
  };
}

function wanted(
  device: Device,
  query: { kind?: string | undefined; zone?: string | undefined; retired?: boolean | undefined },
): boolean {
  if (device.retiredAt !== null && !query.retired) return false;
  return (query.kind ?? device.kind) === device.kind && (query.zone ?? device.zone) === device.zone;
}

async function rotateKey(context: ApiContext, actor: Actor, id: string): Promise<string> {
  const key = newDeviceKey();
  await context.store.write(async (tx) => {
    if (!(await putDeviceKey(tx, id, sealKey(context.deviceMaster, id, key)))) throw notInService(id);
    await record(tx, context, actor, { action: "device.rotate-key", subject: `device:${id}` });
  });
  return key;
}

/** Tells the river to read the device again; gives it as it is then. */
async function deviceChanged(context: ApiContext, id: string): Promise<Device> {
  const { keyCipher: _key, ...stored } = found(await getDevice(context.store.reader, id), "device", id);
  const device: Device = context.view.device(id) ?? { ...stored, link: "never", latest: [] };
  await context.changed({ devices: [{ ...device, ...stored, status: device.status }] });
  return context.view.device(id) ?? device;
}

async function series({ store }: ApiContext, { params, query }: Asked<"getSeries">) {
  const { from, to, points } = query;
  if (from >= to) throw new Failure("invalid", "`from` lies before `to`. Both are UTC milliseconds.");
  const found = await readSeries(store, { deviceId: params.id, stream: params.stream, from, to, points });
  if (!found) throw new Failure("not-found", `Device "${params.id}" has no stream "${params.stream}".`);
  return { from, to, stream: params.stream, points: found };
}

function notInService(id: string): Failure {
  return new Failure("not-found", `There is no device "${id}" in service. Check the id, and whether it was retired.`);
}
