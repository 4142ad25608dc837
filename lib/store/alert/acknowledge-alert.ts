import type { Tx } from "../open";

export type Acknowledgement = { at: number; by: string; note: string | null };

/** Of two who acknowledge at once, one gets true. */
export async function acknowledgeAlert(tx: Tx, id: string, { at, by, note }: Acknowledgement): Promise<boolean> {
  const data = { state: "acknowledged", acknowledgedAt: BigInt(at), acknowledgedBy: by, note };
  return (await tx.alert.updateMany({ where: { id, state: "raised" }, data })).count > 0;
}
