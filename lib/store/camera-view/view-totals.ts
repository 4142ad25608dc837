import type { KeyCount, MonthCount, ViewSide } from "../../contract/privacy";
import type { Tx } from "../open";

const counts = { views: true, refused: true, seconds: true } as const;

/** Months with views or refused tries, newest first. */
export async function viewMonths(db: Tx, most: number): Promise<MonthCount[]> {
  return db.cameraViewTotal.findMany({
    where: { side: "all" },
    orderBy: { month: "desc" },
    take: most,
    select: { month: true, ...counts },
  });
}

/** A month's views by one side, those with the most first. */
export async function monthTotals(db: Tx, month: string, side: ViewSide, most: number): Promise<KeyCount[]> {
  return db.cameraViewTotal.findMany({
    where: { side, month },
    orderBy: [{ views: "desc" }, { refused: "desc" }, { key: "asc" }],
    take: most,
    select: { key: true, ...counts },
  });
}

/** Each month's views by one side, since a month. */
export async function totalsSince(db: Tx, month: string, side: ViewSide): Promise<(KeyCount & { month: string })[]> {
  return db.cameraViewTotal.findMany({
    where: { side, month: { gte: month } },
    orderBy: [{ month: "desc" }, { views: "desc" }],
    select: { month: true, key: true, ...counts },
  });
}
