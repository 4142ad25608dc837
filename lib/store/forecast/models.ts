import type { Tx } from "../open";
import { big, ms } from "../time";

/** A trained forecast of a stream; `body` is the model's file, JSON. */
export type StoredModel = { id: string; trainedAt: number; deviceId: string; stream: string; body: string };

export async function putModel(tx: Tx, { trainedAt, ...model }: StoredModel): Promise<void> {
  await tx.forecastModel.create({ data: { ...model, trainedAt: big(trainedAt) } });
}

/** The newest training of each model. */
export async function listModels(db: Tx): Promise<StoredModel[]> {
  const rows = await db.forecastModel.findMany({ orderBy: { trainedAt: "asc" } });
  return [...new Map(rows.map((row) => [row.id, { ...row, trainedAt: ms(row.trainedAt) }])).values()];
}

export async function findModel(db: Tx, id: string, trainedAt: number): Promise<StoredModel | null> {
  const row = await db.forecastModel.findUnique({ where: { id_trainedAt: { id, trainedAt: big(trainedAt) } } });
  return row && { ...row, trainedAt };
}
