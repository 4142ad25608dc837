import { DAY } from "../../base/clock";
import type { ViewPurpose } from "../../contract/camera";
import type { KeptPicture } from "../../contract/kept-picture";
import type { KeptPicture as Row } from "../generated/client";
import type { Tx } from "../open";
import { big, ms } from "../time";

export async function addKept(tx: Tx, picture: KeptPicture & { viewId: string }): Promise<void> {
  await tx.keptPicture.create({ data: { ...picture, at: big(picture.at), expiresAt: big(picture.expiresAt) } });
}

/** Null also where it was deleted. */
export async function getKept(db: Tx, id: string): Promise<KeptPicture | null> {
  const row = await db.keptPicture.findFirst({ where: { id, deletedAt: null } });
  return row && keptOf(row);
}

/** What is kept of an incident or of a camera, oldest first. */
export async function listKept(db: Tx, of: { incidentId: string } | { cameraId: string }): Promise<KeptPicture[]> {
  const rows = await db.keptPicture.findMany({ where: { ...of, deletedAt: null }, orderBy: { at: "asc" } });
  return rows.map(keptOf);
}

/** Ids of everything that is kept. */
export async function keptIds(db: Tx): Promise<Set<string>> {
  const rows = await db.keptPicture.findMany({ where: { deletedAt: null }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

export async function countKept(db: Tx): Promise<number> {
  return db.keptPicture.count({ where: { deletedAt: null } });
}

/** What has expired at `now` (UTC ms) and is not deleted yet, the oldest first. */
export async function expiredKept(db: Tx, now: number, most: number): Promise<KeptPicture[]> {
  const where = { deletedAt: null, expiresAt: { lte: big(now) } };
  return (await db.keptPicture.findMany({ where, orderBy: { expiresAt: "asc" }, take: most })).map(keptOf);
}

/** False where it was deleted before. */
export async function markDeleted(tx: Tx, id: string, at: number): Promise<boolean> {
  const { count } = await tx.keptPicture.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: big(at) } });
  return count > 0;
}

/** A camera's retention was changed: what is kept goes sooner where it is shorter now, and never later than was said when it was kept. */
export async function shortenKept(tx: Tx, cameraId: string, retentionDays: number): Promise<void> {
  for (const { id, at, expiresAt } of await listKept(tx, { cameraId })) {
    const sooner = at + retentionDays * DAY;
    if (sooner < expiresAt) await tx.keptPicture.update({ where: { id }, data: { expiresAt: big(sooner) } });
  }
}

/** The pictures of an incident go with its alerts. */
export async function moveKept(tx: Tx, { from, into }: { from: string; into: string }): Promise<void> {
  await tx.keptPicture.updateMany({ where: { incidentId: from }, data: { incidentId: into } });
}

function keptOf({ viewId: _view, deletedAt: _deleted, at, expiresAt, purpose, ...row }: Row): KeptPicture {
  return { ...row, purpose: purpose as ViewPurpose, at: ms(at), expiresAt: ms(expiresAt) };
}
