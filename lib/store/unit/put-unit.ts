import type { Tx } from "../open";
import { OPEN_STATES } from "./list-units";
import type { NewUnit } from "./put-units";

/** Adds a unit where it stands at `at` (UTC ms), or changes one; where a tracker has put it, it stays. False: it is another agency's. */
export async function putUnit(tx: Tx, { id, name, lat, lon, ...own }: NewUnit, at: number): Promise<boolean> {
  const data = { ...own, nameKo: name.ko, nameEn: name.en };
  const before = await tx.unit.findUnique({ where: { id } });
  if (before && before.agencyId !== own.agencyId) return false;
  await tx.unit.upsert({ where: { id }, create: { id, ...data, lat, lon, positionAt: BigInt(at) }, update: data });
  return true;
}

/** `busy` where it is on a request, `unknown` where there is none. */
export async function deleteUnit(tx: Tx, id: string): Promise<"deleted" | "busy" | "unknown"> {
  if ((await tx.assignment.count({ where: { unitId: id, state: { in: OPEN_STATES } } })) > 0) return "busy";
  return (await tx.unit.deleteMany({ where: { id } })).count > 0 ? "deleted" : "unknown";
}
