import type { Device } from "../contract/device";
import type { Unit } from "../contract/incident";
import type { UnitMove } from "../contract/live";
import { movedUnit, unitIdOf } from "../contract/position";
import type { Kind } from "../kinds/kind";
import type { StreamName } from "../store/stream/list-streams";

type Tracker = Pick<Device, "id" | "kind" | "properties">;
export type Half = { unitId: string; part: "lat" | "lon" };
type Pair = Partial<Record<Half["part"], { at: number; value: number }>>;

/** Of which unit a stream says one half of the place, by the stream's number. */
export function halvesOf(
  trackers: readonly Tracker[],
  streams: ReadonlyMap<number, StreamName>,
  kinds: ReadonlyMap<string, Kind>,
): Map<number, Half> {
  const byId = new Map(trackers.map((it) => [it.id, it]));
  const halves = new Map<number, Half>();
  for (const [id, { deviceId, name }] of streams) {
    const tracker = byId.get(deviceId);
    const position = tracker && kinds.get(tracker.kind)?.position;
    if (!position) continue;
    if (name === position.lat) halves.set(id, { unitId: unitIdOf(tracker), part: "lat" });
    if (name === position.lon) halves.set(id, { unitId: unitIdOf(tracker), part: "lon" });
  }
  return halves;
}

/** Puts the two halves of a place together: only those of one instant are a place. */
export class Places {
  private readonly halves: ReadonlyMap<number, Half>;
  private readonly doubted: ReadonlySet<string>;
  private readonly seen = new Map<string, Pair>();

  /** `doubted`: "stream at" of readings that are not believed, and move nothing. */
  constructor(halves: ReadonlyMap<number, Half>, doubted: ReadonlySet<string> = new Set()) {
    this.halves = halves;
    this.doubted = doubted;
  }

  /** Takes a reading; gives the place that it completes. */
  take(stream: number, at: number, value: number): UnitMove | null {
    const half = this.halves.get(stream);
    if (!half || this.doubted.has(`${stream} ${at}`)) return null;
    const pair: Pair = { ...this.seen.get(half.unitId), [half.part]: { at, value } };
    this.seen.set(half.unitId, pair);
    const { lat, lon } = pair;
    return lat && lon && lat.at === lon.at ? [half.unitId, at, lat.value, lon.value] : null;
  }
}

/** Units where they were by the newest readings of a moment, or where they were told to be if that is newer. */
export function unitsAt(
  units: readonly Unit[],
  values: ReadonlyMap<number, { at: number; value: number }>,
  halves: ReadonlyMap<number, Half>,
): Unit[] {
  const places = new Places(halves);
  const moves = new Map<string, UnitMove>();
  for (const [stream, { at, value }] of values) {
    const move = places.take(stream, at, value);
    if (move) moves.set(move[0], move);
  }
  return units.map((unit) => {
    const move = moves.get(unit.id);
    return move ? movedUnit(unit, move) : unit;
  });
}
