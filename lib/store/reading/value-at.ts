import type { Store } from "../open";
import { readSeries } from "./series";

/** The value of a stream that is stored at an instant (UTC ms), or undefined. */
export async function valueAt(store: Store, deviceId: string, stream: string, at: number): Promise<number | undefined> {
  const [point] = (await readSeries(store.reader, { deviceId, stream, from: at, to: at, points: 1 })) ?? [];
  return point?.last;
}
