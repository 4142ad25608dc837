import type { Tx } from "../open";

/** Takes a device out of service at `at` (UTC ms); false where it is not in service. Its readings stay. */
export async function retireDevice(tx: Tx, id: string, at: number): Promise<boolean> {
  return (await tx.device.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: BigInt(at) } })).count > 0;
}
