import type { Locale } from "@/lib/base/localized";
import type { Station, Unit } from "@/lib/contract/incident";

export type UnitGroup = { station: Station | null; units: Unit[] };
export type UnitFilter = { text: string; busyOnly: boolean };

/** Units of an agency by their station, in the order of names; the filter's text may name a unit or a station. */
export function unitGroups(
  units: Iterable<Unit>,
  stations: ReadonlyMap<string, Station>,
  agencyId: string,
  filter: UnitFilter,
  locale: Locale,
): UnitGroup[] {
  const sought = filter.text.trim().toLocaleLowerCase();
  const groups = new Map<string, UnitGroup>();
  for (const unit of units) {
    if (unit.agencyId !== agencyId || (filter.busyOnly && unit.assignmentIds.length === 0)) continue;
    const station = unit.stationId === null ? null : (stations.get(unit.stationId) ?? null);
    if (!namesOf(unit, station).some((name) => name.includes(sought))) continue;
    const group = groups.get(station?.id ?? "") ?? { station, units: [] };
    group.units.push(unit);
    groups.set(station?.id ?? "", group);
  }
  const byName = (a: Unit, b: Unit) => a.name[locale].localeCompare(b.name[locale], locale);
  return [...groups.values()]
    .map((group) => ({ ...group, units: group.units.sort(byName) }))
    .sort((a, b) => nameOf(a.station, locale).localeCompare(nameOf(b.station, locale), locale));
}

/** How many units of an agency are free, and how many have something to do. */
export function unitCounts(units: Iterable<Unit>, agencyId: string): { free: number; busy: number } {
  const own = [...units].filter((it) => it.agencyId === agencyId);
  const busy = own.filter((it) => it.assignmentIds.length > 0).length;
  return { free: own.length - busy, busy };
}

function namesOf(unit: Unit, station: Station | null): string[] {
  const names = [unit.name, ...(station ? [station.name] : [])].flatMap((it) => [it.ko, it.en]);
  return names.map((name) => name.toLocaleLowerCase());
}

/** A unit without a station comes last. */
const nameOf = (station: Station | null, locale: Locale): string => station?.name[locale] ?? "￿";
