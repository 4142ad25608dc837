import type { Unit } from "../../contract/incident";
import type { Tx } from "../open";

/** A unit as it is written down: which assignments it has follows from the assignments. */
export type NewUnit = Omit<Unit, "positionAt" | "assignmentIds">;

/** Adds units where they stand at `at` (UTC ms); a unit that is there already keeps its place. */
export async function putUnits(tx: Tx, units: readonly NewUnit[], at: number): Promise<void> {
  for (const { id, name, lat, lon, ...unit } of units) {
    const data = { ...unit, nameKo: name.ko, nameEn: name.en };
    await tx.unit.upsert({ where: { id }, create: { id, ...data, lat, lon, positionAt: BigInt(at) }, update: data });
  }
}
