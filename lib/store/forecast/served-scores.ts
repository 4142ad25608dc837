import type { ForecastScore } from "../../contract/forecast";
import type { Tx } from "../open";
import { ms } from "../time";

export type ServedScore = ForecastScore & { model: string; trainedAt: number | null; deviceId: string; stream: string };

/** How often forecasts were right in this city, by who made them, stream and level. */
export async function servedScores(db: Tx): Promise<ServedScore[]> {
  const rows = await db.forecastOutcome.findMany({ orderBy: { n: "asc" } });
  const parts = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = JSON.stringify([row.model, String(row.trainedAt), row.deviceId, row.stream, row.threshold]);
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return [...parts.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const count = (end: string) => some.filter((row) => row.end === end).length;
    const leads = some.flatMap((row) => (row.leadMs === null ? [] : [row.leadMs])).sort((a, b) => a - b);
    const [hits, lapsed, missed] = [count("fulfilled"), count("lapsed"), count("missed")];
    const { model, deviceId, stream, threshold } = first;
    const figures = { crossings: hits + missed, hits, alerts: hits + lapsed, falseAlarms: lapsed };
    const leadMs = leads[(leads.length - 1) >> 1] ?? null;
    return [{ model, trainedAt: ms(first.trainedAt), deviceId, stream, threshold, ...figures, leadMs }];
  });
}
