import type { Alert } from "@/lib/contract/alert";
import type { Unit } from "@/lib/contract/incident";
import type { Delta, UnitMove } from "@/lib/contract/live";
import { movedUnit } from "@/lib/contract/position";
import type { ById, CityState } from "./city-state";

/** How many cleared alerts outside of any incident a screen remembers: an exercise raises thousands. */
export const CLEARED_KEPT = 500;

/**
 * The city after a delta. Pure. A part that the delta does not name keeps its identity, so that no screen draws it again;
 * values and links are the pulse board's.
 */
export function applyDelta(city: CityState, delta: Delta): CityState {
  return {
    ...city,
    cursor: delta.cursor,
    devices: without(merged(city.devices, delta.devices), delta.devicesGone),
    zones: without(merged(city.zones, delta.zones), delta.zonesGone),
    alerts: delta.alerts?.length ? pruned(merged(city.alerts, delta.alerts)) : city.alerts,
    incidents: without(merged(city.incidents, delta.incidents), delta.incidentsGone),
    units: moved(without(merged(city.units, delta.units), delta.unitsGone), delta.moves),
    agencies: merged(city.agencies, delta.agencies),
    storage: delta.storage ?? city.storage,
    health: delta.health ?? city.health,
    summary: delta.summary ?? city.summary,
    warnings: delta.warnings ?? city.warnings,
    feeds: delta.feeds ?? city.feeds,
  };
}

function moved(before: ById<Unit>, moves: readonly UnitMove[] | undefined): ById<Unit> {
  if (!moves?.some(([id]) => before.has(id))) return before;
  const after = new Map(before);
  for (const move of moves) {
    const unit = after.get(move[0]);
    if (unit) after.set(unit.id, movedUnit(unit, move));
  }
  return after;
}

function merged<T extends { id: string }>(before: ById<T>, changed: readonly T[] | undefined): ById<T> {
  if (!changed?.length) return before;
  const after = new Map(before);
  for (const item of changed) after.set(item.id, item);
  return after;
}

function without<T>(before: ById<T>, gone: readonly string[] | undefined): ById<T> {
  if (!gone?.some((id) => before.has(id))) return before;
  const after = new Map(before);
  for (const id of gone) after.delete(id);
  return after;
}

function pruned(alerts: ById<Alert>): ById<Alert> {
  const cleared = [...alerts.values()].filter((alert) => alert.state === "cleared" && alert.incidentId === null);
  if (cleared.length <= CLEARED_KEPT) return alerts;
  const oldest = cleared
    .sort((a, b) => (a.clearedAt ?? 0) - (b.clearedAt ?? 0))
    .slice(0, cleared.length - CLEARED_KEPT);
  return without(
    alerts,
    oldest.map((alert) => alert.id),
  );
}
