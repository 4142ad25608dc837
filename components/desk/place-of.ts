import type { CityState } from "@/components/live/city-state";
import type { Place } from "@/lib/base/geo";
import type { Zone } from "@/lib/contract/device";
import type { Selection } from "./desk-store";

type Places = Pick<CityState, "alerts" | "incidents" | "devices" | "units" | "stations" | "zones">;
type Subject = Place | Zone;

/** What is selected, as the city has it: the same object until it changes; null where it is not known. */
export function subjectOf(selection: Selection | null, city: Places): Subject | null {
  switch (selection?.type) {
    case "alert":
      return city.alerts.get(selection.id) ?? null;
    case "incident":
      return city.incidents.get(selection.id) ?? null;
    case "device":
      return city.devices.get(selection.id) ?? null;
    case "unit":
      return city.units.get(selection.id) ?? null;
    case "station":
      return city.stations.get(selection.id) ?? null;
    case "zone":
      return city.zones.get(selection.id) ?? null;
    case undefined:
      return null;
  }
}

/** Where it stands on the map; a zone at the middle of its outline, or nowhere without one. */
export function placeOf(subject: Subject | null): Place | null {
  if (!subject) return null;
  if ("lat" in subject) return { lat: subject.lat, lon: subject.lon };
  const ring = subject.geometry?.coordinates[0] ?? [];
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  if (ring.length === 0) return null;
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { lat: middle(lats), lon: middle(lons) };
}
