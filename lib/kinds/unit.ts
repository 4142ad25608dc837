import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";

/** Where a crew was is kept for the report of an incident and no longer: it is the whereabouts of people. */
const keep = { readings: 90, minutes: 90, hours: 90 };

/**
 * How fast a place can change, in degrees at once and a minute: 200 m that a receiver may be off between houses, and 200 km/h, in
 * Korea (one degree is 111 km to the north and 88 km to the east at 37.5°). A jump beyond it waits for a second one.
 */
const source = "200 km/h and 200 m of noise: this product's own estimate (2026, unverified)";
const north = { of: "change", slack: 0.002, perMinute: 0.03, source } as const;
const east = { of: "change", slack: 0.0025, perMinute: 0.038, source } as const;

/** The tracker of a vehicle or crew. It moves the unit that its property `unit` names, or the one with its own id. */
export const unit = defineKind({
  id: "unit",
  label: { ko: "출동대 위치 단말", en: "Unit tracker" },
  icon: "M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  streams: [
    {
      name: "lat",
      label: { ko: "위도", en: "Latitude" },
      unit: "°",
      ucum: "deg",
      min: -90,
      max: 90,
      digits: 5,
      chart: "line",
      plausible: north,
      keep,
    },
    {
      name: "lon",
      label: { ko: "경도", en: "Longitude" },
      unit: "°",
      ucum: "deg",
      min: -180,
      max: 180,
      digits: 5,
      chart: "line",
      plausible: east,
      keep,
    },
    {
      name: "speed",
      label: { ko: "속도", en: "Speed" },
      unit: "km/h",
      ucum: "km/h",
      min: 0,
      max: 300,
      digits: 0,
      chart: "line",
      keep,
    },
    {
      name: "heading",
      label: { ko: "진행 방향", en: "Heading" },
      unit: "°",
      ucum: "deg",
      min: 0,
      max: 360,
      digits: 0,
      chart: "step",
      keep,
    },
  ],
  main: "speed",
  keepAliveMs: MINUTE / 2,
  position: { lat: "lat", lon: "lon" },
});
