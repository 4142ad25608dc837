import { type Handover, ShiftState } from "../../contract/handover";
import type { Prisma } from "../generated/client";
import type { Tx } from "../open";
import { big, ms } from "../time";

type Written = Pick<Handover, "id" | "at" | "by" | "note" | "state"> & { byActor: string };

export async function addHandover(tx: Tx, { state, at, ...own }: Written): Promise<void> {
  await tx.handover.create({ data: { ...own, at: big(at), state: JSON.stringify(state) } });
}

export async function getHandover(db: Tx, id: string): Promise<(Handover & { byActor: string }) | null> {
  const row = await db.handover.findUnique({ where: { id } });
  return row && { ...handoverOf(row), byActor: row.byActor };
}

/** Newest first. */
export async function listHandovers(db: Tx, limit: number): Promise<Handover[]> {
  const rows = await db.handover.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
  return rows.map(handoverOf);
}

/** False where somebody has taken it over. */
export async function takeHandover(tx: Tx, id: string, { at, by }: { at: number; by: string }): Promise<boolean> {
  const data = { takenAt: big(at), takenBy: by };
  return (await tx.handover.updateMany({ where: { id, takenAt: null }, data })).count > 0;
}

function handoverOf({ id, at, by, note, state, takenAt, takenBy }: Prisma.HandoverGetPayload<object>): Handover {
  return { id, at: ms(at), by, note, state: ShiftState.parse(JSON.parse(state)), takenAt: ms(takenAt), takenBy };
}
