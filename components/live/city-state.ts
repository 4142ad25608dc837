import type { Agency } from "@/lib/contract/agency";
import type { Alert } from "@/lib/contract/alert";
import type { CityInfo, Health, PublicSummary } from "@/lib/contract/city";
import type { Device, Zone } from "@/lib/contract/device";
import type { Incident, Station, Unit } from "@/lib/contract/incident";
import type { KindInfo } from "@/lib/contract/kind";
import type { Snapshot } from "@/lib/contract/live";
import type { Feed, OfficialWarning } from "@/lib/contract/official";
import type { Me } from "@/lib/contract/people";
import type { Storage } from "@/lib/contract/storage";

export type ById<T> = ReadonlyMap<string, T>;

/**
 * The city as this screen may see it, without what changes with every reading: values and links live on the pulse board,
 * so that a reading does not make a new city. `devices[].latest`, `.link` and `.status` are those of the snapshot: ask the board.
 */
export type CityState = {
  /** Where to resume; empty before the first snapshot. */
  cursor: string;
  city: CityInfo | null;
  me: Me | null;
  kinds: ById<KindInfo>;
  devices: ById<Device>;
  zones: ById<Zone>;
  alerts: ById<Alert>;
  incidents: ById<Incident>;
  agencies: ById<Agency>;
  stations: ById<Station>;
  units: ById<Unit>;
  storage: Storage;
  health: Health | null;
  summary: PublicSummary | null;
  /** What the authorities say, apart from the city's own alerts. */
  warnings: readonly OfficialWarning[];
  feeds: readonly Feed[];
};

export const emptyCity: CityState = {
  cursor: "",
  city: null,
  me: null,
  kinds: new Map(),
  devices: new Map(),
  zones: new Map(),
  alerts: new Map(),
  incidents: new Map(),
  agencies: new Map(),
  stations: new Map(),
  units: new Map(),
  storage: { state: "ok", since: null },
  health: null,
  summary: null,
  warnings: [],
  feeds: [],
};

const byId = <T extends { id: string }>(items: readonly T[]): ById<T> => new Map(items.map((item) => [item.id, item]));

/** The city of a snapshot: everything before it is forgotten. */
export function cityOfSnapshot(snapshot: Snapshot): CityState {
  return {
    cursor: snapshot.cursor,
    city: snapshot.city,
    me: snapshot.me,
    kinds: byId(snapshot.kinds),
    devices: byId(snapshot.devices),
    zones: byId(snapshot.zones),
    alerts: byId(snapshot.alerts),
    incidents: byId(snapshot.incidents),
    agencies: byId(snapshot.agencies),
    stations: byId(snapshot.stations),
    units: byId(snapshot.units),
    storage: snapshot.storage,
    health: snapshot.health,
    summary: snapshot.summary,
    warnings: snapshot.warnings,
    feeds: snapshot.feeds,
  };
}
