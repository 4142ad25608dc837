import type { Store } from "../store/open";
import { doubtsAfter } from "../store/reading/doubts-after";
import { latestAt } from "../store/reading/latest-at";
import type { Half } from "./past-moves";

type Values = ReadonlyMap<number, { at: number; value: number }>;

/** The newest readings of a moment, where a unit's newest place was a jump that is not believed its place before that. */
export async function believedPlaces(store: Store, values: Values, halves: ReadonlyMap<number, Half>): Promise<Values> {
  const streams = [...halves.keys()];
  const oldest = Math.min(...streams.flatMap((id) => values.get(id)?.at ?? []));
  if (!Number.isFinite(oldest)) return values;
  const doubts = await doubtsAfter(store, streams, oldest - 1);
  const places = new Map(values);
  for (const { stream, at, believedAt } of doubts) {
    if (values.get(stream)?.at !== at) continue;
    const unitId = halves.get(stream)?.unitId;
    const both = streams.filter((id) => halves.get(id)?.unitId === unitId);
    for (const [id, newest] of await latestAt(store, believedAt, both)) places.set(id, newest);
  }
  return places;
}
