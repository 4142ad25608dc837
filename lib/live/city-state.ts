import type { Agency } from "../contract/agency";
import type { Alert } from "../contract/alert";
import type { CityInfo, Health, PublicSummary } from "../contract/city";
import type { Device, Zone } from "../contract/device";
import type { Incident, Station, Unit } from "../contract/incident";
import type { KindInfo } from "../contract/kind";
import type { Snapshot, UnitMove } from "../contract/live";
import type { Official } from "../contract/official";
import { movedUnit } from "../contract/position";
import type { Storage } from "../contract/storage";
import type { Room } from "../contract/viewer";
import { jointUnits, unitAsSeen } from "./joint-units";
import { alertVisible, type Content, type Sight } from "./rooms";

/** What the river keeps and a snapshot asks for at the moment it is made. */
export type Source = {
  city(): CityInfo;
  devices(): Device[];
  storage(): Storage;
  health(): Health;
  summary(): PublicSummary;
  hidden(deviceId: string): boolean;
  official(): Official;
};

export type Known = {
  kinds: KindInfo[];
  agencies: Agency[];
  stations: Station[];
  zones: Zone[];
  alerts: Alert[];
  incidents: Incident[];
  units: Unit[];
};

/** Ended alerts that are kept for the screens; all others are in the database. */
const KEEP_CLEARED = 200;

/** The city as the screens see it, in memory: snapshots are cut from it, and deltas are applied to it before they are sent. */
export class CityState {
  readonly alerts: Map<string, Alert>;
  readonly incidents: Map<string, Incident>;
  private readonly zones: Map<string, Zone>;
  readonly units: Map<string, Unit>;
  private readonly agencies: Map<string, Agency>;
  private readonly known: Known;

  constructor(known: Known) {
    this.known = known;
    this.alerts = byId(known.alerts);
    this.incidents = byId(known.incidents);
    this.zones = byId(known.zones);
    this.units = byId(known.units);
    this.agencies = byId(known.agencies);
  }

  zone(id: string): Zone | undefined {
    return this.zones.get(id);
  }

  apply(content: Content): void {
    put(this.alerts, content.alerts);
    put(this.incidents, content.incidents);
    put(this.zones, content.zones);
    put(this.units, content.units);
    put(this.agencies, content.agencies);
    for (const id of content.zonesGone ?? []) this.zones.delete(id);
    for (const id of content.unitsGone ?? []) this.units.delete(id);
    for (const move of content.moves ?? []) this.move(move);
    if (content.alerts) this.forgetCleared();
  }

  private move(move: UnitMove): void {
    const unit = this.units.get(move[0]);
    if (unit) this.units.set(unit.id, movedUnit(unit, move));
  }

  private forgetCleared(): void {
    const cleared = [...this.alerts.values()].filter((a) => a.state === "cleared" && !this.openIncident(a));
    if (cleared.length <= 2 * KEEP_CLEARED) return;
    cleared.sort((a, b) => (a.clearedAt ?? 0) - (b.clearedAt ?? 0));
    for (const alert of cleared.slice(0, cleared.length - KEEP_CLEARED)) this.alerts.delete(alert.id);
  }

  private openIncident(alert: Alert): boolean {
    return alert.incidentId !== null && this.incidents.get(alert.incidentId)?.state === "open";
  }

  /** Everything that is told once and stands until it is told again. */
  standing() {
    const { zones, alerts, incidents, agencies, units } = this;
    return {
      zones: [...zones.values()],
      alerts: [...alerts.values()],
      incidents: [...incidents.values()],
      agencies: [...agencies.values()],
      units: [...units.values()],
    };
  }

  /** What all screens of a room get to see; who sits there, and what time it is, each adds by itself. */
  snapshot(room: Room, cursor: string, source: Source, sight: Sight): Omit<Snapshot, "me" | "city"> {
    const common = { cursor, kinds: this.known.kinds, storage: source.storage() };
    if (room === "public") return { ...common, ...nothing, summary: source.summary() };
    const staff = {
      devices: source.devices(),
      ...this.standing(),
      stations: this.known.stations,
      health: source.health(),
      summary: null,
      ...source.official(),
    };
    return { ...common, ...(room === "staff" ? staff : forAgency(room.slice("agency:".length), staff, sight)) };
  }
}

const nothing = {
  devices: [],
  zones: [],
  alerts: [],
  incidents: [],
  agencies: [],
  stations: [],
  units: [],
  health: null,
  // citizens find them in the summary
  warnings: [],
  feeds: [],
};

type Staff = Omit<Snapshot, "cursor" | "city" | "me" | "kinds" | "storage">;

function forAgency(agency: string, all: Staff, sight: Sight): Staff {
  const joint = jointUnits(agency, sight.incidents.values());
  return {
    ...all,
    devices: all.devices.filter((d) => !sight.hidden(d.id)),
    alerts: all.alerts.filter((a) => alertVisible(a, agency, sight)),
    incidents: all.incidents.map((i) => sight.visible(i, agency)).filter((i) => i !== null),
    stations: all.stations.filter((s) => s.agencyId === agency),
    units: all.units.flatMap((unit) => unitAsSeen(agency, unit, joint)),
    health: null,
  };
}

function byId<T extends { id: string }>(list: T[]): Map<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}

function put<T extends { id: string }>(known: Map<string, T>, changed: readonly T[] = []): void {
  for (const item of changed) known.set(item.id, item);
}
