import type { MapLibreMap, Marker } from "maplibre-gl";
import type { Alert } from "@/lib/contract/alert";
import { loadMapLibrary } from "../map-library";

/** More would be a shimmer over the whole city, not a sign. */
const MOST = 16;

/**
 * A slow ring around an alert that just came up. An element with a CSS animation, so that the map is not drawn again for it.
 * It breathes three times and then stands still (WCAG 2.2.2), and does not move at all for who asked for less motion.
 */
export class Pulses {
  private readonly shown = new Map<string, Marker>();
  private wanted = new Map<string, Alert>();
  constructor(private readonly map: MapLibreMap) {}

  async show(raised: readonly Alert[]): Promise<void> {
    const newest = [...raised].sort((a, b) => b.recordedAt - a.recordedAt).slice(0, MOST);
    this.wanted = new Map(newest.map((alert) => [alert.id, alert]));
    const { Marker: MapMarker } = await loadMapLibrary();
    for (const [id, marker] of this.shown) {
      if (this.wanted.has(id)) continue;
      marker.remove();
      this.shown.delete(id);
    }
    for (const [id, alert] of this.wanted) {
      if (this.shown.has(id)) continue;
      const marker = new MapMarker({ element: ring(alert) }).setLngLat([alert.lon, alert.lat]).addTo(this.map);
      quiet(marker.getElement());
      this.shown.set(id, marker);
    }
  }

  clear(): void {
    this.wanted.clear();
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
  }
}

function ring(alert: Alert): HTMLElement {
  const element = document.createElement("div");
  element.className = "map-pulse";
  element.style.setProperty("--pulse", `var(--color-level-${alert.level})`);
  const inner = element.appendChild(document.createElement("span"));
  inner.className = "map-pulse-ring";
  return element;
}

/** MapLibre makes a marker a button in the tab order; this one only decorates what the alert list holds. */
function quiet(element: HTMLElement): void {
  element.removeAttribute("tabindex");
  element.removeAttribute("role");
  element.removeAttribute("aria-label");
  element.setAttribute("aria-hidden", "true");
}
