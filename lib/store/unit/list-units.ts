import type { Unit } from "../../contract/incident";
import type { Prisma, PrismaClient } from "../generated/client";
import type { Tx } from "../open";
import { ms } from "../time";

/** Assignment states in which a unit is bound. */
export const OPEN_STATES = ["requested", "accepted", "en-route", "arrived"];

/** Units with their open assignments. */
export async function listUnits(from: PrismaClient | Tx, where: Prisma.UnitWhereInput = {}): Promise<Unit[]> {
  const units = await from.unit.findMany({ where, orderBy: { id: "asc" } });
  const open = await from.assignment.findMany({
    where: { state: { in: OPEN_STATES }, unitId: { in: units.map((u) => u.id) } },
  });
  return units.map(({ nameKo, nameEn, positionAt, ...unit }) => ({
    ...unit,
    name: { ko: nameKo, en: nameEn },
    positionAt: ms(positionAt),
    assignmentIds: open.filter((a) => a.unitId === unit.id).map((a) => a.id),
  }));
}
