import { packFor } from "../history/packs";
import { between } from "../history/run";
import { decodeRun } from "../history/run-codec";
import type { Store } from "../open";
import { streamId } from "../stream/stream-id";

/** The value of a stream that is stored at an instant (UTC ms), or undefined. */
export async function valueAt(store: Store, deviceId: string, stream: string, at: number): Promise<number | undefined> {
  const { reader } = store.history;
  const id = streamId(store, deviceId, stream);
  if (id === undefined) return undefined;
  const log = 'SELECT "value" FROM "Reading" WHERE "at" = ? AND "stream" = ?';
  const late = 'SELECT "value" FROM "Late" WHERE "at" = ? AND "stream" = ?';
  const row = reader.row<{ value: number }>(log, at, id) ?? reader.row<{ value: number }>(late, at, id);
  if (row) return row.value;
  const pack = packFor(reader, id, at);
  return pack && between(decodeRun(pack.data), at, at).value[0];
}
