import type { Tx } from "../open";

export async function agencyIds(tx: Tx): Promise<string[]> {
  return (await tx.agency.findMany({ select: { id: true } })).map((row) => row.id);
}
