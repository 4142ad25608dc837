import type { Store } from "../open";

export type StreamName = { deviceId: string; name: string };

/** Whose each stream is, by its number. */
export function listStreams({ history }: Store): Map<number, StreamName> {
  const rows = history.reader.rows<StreamName & { id: number }>('SELECT "id", "deviceId", "name" FROM "Stream"');
  return new Map(rows.map(({ id, ...stream }) => [id, stream]));
}
