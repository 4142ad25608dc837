import type { ReportNotice } from "../../contract/report";
import type { Tx } from "../open";
import { ms } from "../time";

/** What was put into the outbox about these subjects (`noun:id`), oldest first. */
export async function noticesAbout(db: Tx, subjects: readonly string[]): Promise<ReportNotice[]> {
  const rows = await db.notice.findMany({ where: { subject: { in: [...subjects] } }, orderBy: { seq: "asc" } });
  return rows.map(({ seq, kind, subject, receiver, at, state, attempts, deliveredAt, lastError }) => ({
    ...{ seq, kind, subject, receiver, attempts, lastError, at: ms(at), deliveredAt: ms(deliveredAt) },
    state: state as ReportNotice["state"],
  }));
}
