import type { CityState } from "@/components/live/city-state";
import type { Place } from "@/lib/base/geo";
import type { Selection } from "./desk-store";

type Places = Pick<CityState, "alerts" | "incidents" | "devices" | "units" | "stations" | "zones">;

/** Where what is selected stands on the map; a zone at the middle of its outline. Null where it is not known. */
export function placeOf(selection: Selection, city: Places): Place | null {
  switch (selection.type) {
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
      return middleOf(city.zones.get(selection.id)?.geometry?.coordinates[0]);
  }
}

function middleOf(ring: readonly (readonly [number, number])[] | undefined): Place | null {
  if (!ring?.length) return null;
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return {
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
  };
}
