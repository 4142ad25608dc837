import type { Tx } from "../open";

/** An act of muting a desk, or of unmuting it: its actor as the record names them, when (UTC ms), for how many minutes (0: heard again). */
export type MuteAct = { actor: string; at: number; minutes: number };

/** What the record says of mutes since a moment, oldest first. */
export async function mutesSince(db: Tx, since: number): Promise<MuteAct[]> {
  const where = { subject: "desk", at: { gte: BigInt(since) } };
  const rows = await db.audit.findMany({ where, orderBy: { id: "asc" } });
  return rows.map(({ actor, at, detail }) => {
    const { minutes } = JSON.parse(detail) as { minutes?: number };
    return { actor, at: Number(at), minutes: minutes ?? 0 };
  });
}
