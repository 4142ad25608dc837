import { HOUR } from "../base/clock";
import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Hazard } from "../contract/level";

/** What people would send the same crews for. */
type Family = "water" | "heat" | "cold" | "devices" | "other";
const families: Record<Hazard, Family> = {
  flood: "water",
  rain: "water",
  heat: "heat",
  cold: "cold",
  camera: "devices",
  equipment: "devices",
  other: "other",
};

/**
 * How far from the first alert of a group one may lie and belong to it, metres. Estimates of this product (2026, unverified): a
 * flooded quarter, a district in the heat, the cabinet whose power is gone.
 */
const REACH_M: Record<Family, number> = { water: 1500, heat: 8000, cold: 8000, devices: 3000, other: 500 };
/** Gauges of one river rise with one flood. */
const RIVER_KINDS = new Set(["water-level", "dam"]);
const RIVER_REACH_M = 15_000;
/** A group that has cleared is taken up again by what comes within this time: water that falls and rises is one flood. */
export const LINGER_MS = HOUR;

type Placed = Pick<Alert, "hazard" | "kind" | "lat" | "lon" | "zone" | "zoneWide" | "raisedAt" | "forecast">;

/**
 * The group that a new alert belongs to: the id of that group's first alert, or null where it begins one. Hazards of one family,
 * near the group's first alert, while one of the group stands or has cleared within the hour. The nearest wins, of equals the
 * older. Measured from the first alert and not from neighbour to neighbour, so that a chain of wet streets is not one incident
 * from one end of the city to the other.
 */
export function groupOf(alert: Placed, known: Iterable<Alert>): string | null {
  const near = living(alert, known)
    .map(([id, first]) => ({ id, first, metres: distanceM(alert, first) }))
    .filter(({ first, metres }) => metres <= reach(alert, first) || sameArea(alert, first))
    .sort((a, b) => a.metres - b.metres || a.first.raisedAt - b.first.raisedAt || a.id.localeCompare(b.id));
  return near[0]?.id ?? null;
}

/** Groups of the alert's family of which one stands or has cleared within the hour, each with its first alert. */
function living(alert: Placed, known: Iterable<Alert>): [id: string, first: Alert][] {
  const groups = new Map<string, { first: Alert; lives: boolean }>();
  for (const other of known) {
    if (families[other.hazard] !== families[alert.hazard]) continue;
    // what is expected is not put to what has happened
    if ((other.forecast === undefined) !== (alert.forecast === undefined)) continue;
    const before = groups.get(other.groupId);
    const first = !before || other.id === other.groupId ? other : before.first;
    groups.set(other.groupId, { first, lives: before?.lives || lives(other, alert.raisedAt) });
  }
  return [...groups].filter(([, g]) => g.lives).map(([id, g]) => [id, g.first]);
}

function lives(alert: Alert, at: number): boolean {
  return alert.state !== "cleared" || (alert.clearedAt ?? 0) >= at - LINGER_MS;
}

function reach(a: Placed, b: Placed): number {
  return RIVER_KINDS.has(a.kind) && RIVER_KINDS.has(b.kind) ? RIVER_REACH_M : REACH_M[families[a.hazard]];
}

/** A zone judged as a whole and what lies in it are one place. */
function sameArea(a: Placed, b: Placed): boolean {
  return (a.zoneWide || b.zoneWide) === true && a.zone === b.zone;
}
