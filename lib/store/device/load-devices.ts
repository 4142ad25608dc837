import type { Prisma } from "../generated/client";
import type { Store } from "../open";
import { ms } from "../time";

/** A device as it is stored, with its sealed key. */
export type StoredDevice = {
  id: string;
  kind: string;
  name: string;
  lat: number;
  lon: number;
  zone: string;
  class: number;
  simulated: boolean;
  properties: Record<string, string>;
  keepAliveMs: number;
  keyCipher: string;
  createdAt: number;
  retiredAt: number | null;
  lastSeenAt: number | null;
  status: Record<string, unknown> | null;
};

/** Every device, retired ones too. */
export async function loadDevices(store: Store): Promise<StoredDevice[]> {
  return (await store.reader.device.findMany({ orderBy: { id: "asc" } })).map(storedDevice);
}

export function storedDevice(row: Prisma.DeviceGetPayload<object>): StoredDevice {
  return {
    ...row,
    properties: JSON.parse(row.properties) as Record<string, string>,
    status: row.status === null ? null : (JSON.parse(row.status) as Record<string, unknown>),
    createdAt: ms(row.createdAt),
    retiredAt: ms(row.retiredAt),
    lastSeenAt: ms(row.lastSeenAt),
  };
}
