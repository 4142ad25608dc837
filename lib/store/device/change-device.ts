import type { DeviceChange } from "../../contract/device";
import type { Tx } from "../open";

/** False where there is no such device. */
export async function changeDevice(tx: Tx, id: string, change: DeviceChange): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return (await tx.device.updateMany({ where: { id }, data: given })).count > 0;
}
