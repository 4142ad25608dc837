import type { Tx } from "../open";

/** A new sealed key for a device in service; false where there is none. */
export async function putDeviceKey(tx: Tx, id: string, keyCipher: string): Promise<boolean> {
  return (await tx.device.updateMany({ where: { id, retiredAt: null }, data: { keyCipher } })).count > 0;
}
