import type { Store } from "../open";

/** The number that a device's stream has in the database; undefined where there is no such stream. */
export function streamId({ history }: Store, deviceId: string, name: string): number | undefined {
  const sql = 'SELECT "id" FROM "Stream" WHERE "deviceId" = ? AND "name" = ?';
  return history.reader.row<{ id: number }>(sql, deviceId, name)?.id;
}
