import { longestWait } from "@/components/panels/incident/incident-order";
import type { Alert } from "@/lib/contract/alert";
import type { Incident } from "@/lib/contract/incident";
import type { Level } from "@/lib/contract/level";

/** One line of the wall: an open incident, or an alert that nobody has made one of. */
export type WallItem = {
  id: string;
  type: "incident" | "alert";
  title: string;
  level: Level;
  hazard: Alert["hazard"];
  lat: number;
  lon: number;
  /** Since when, UTC ms of the city's clock. */
  since: number;
  /** Nobody has seen the alert, or nobody answers a request: for how long, ms; null where all is answered. */
  waitsMs: number | null;
};

/** What the wall shows: the worst first, of those what waits for somebody, then the oldest. */
export function wallItems(alerts: Iterable<Alert>, incidents: Iterable<Incident>, now: number): WallItem[] {
  const open = [...incidents].filter((it) => it.state === "open").map((it) => incidentItem(it, now));
  const loose = [...alerts].filter((it) => it.state !== "cleared" && it.incidentId === null).sort(worstFirst);
  // of what belongs together the worst speaks for all
  const first = new Map(loose.toReversed().map((it) => [it.groupId, it]));
  return [...open, ...[...first.values()].map((it) => alertItem(it, now))].sort(
    (a, b) =>
      b.level - a.level ||
      Number(b.waitsMs !== null) - Number(a.waitsMs !== null) ||
      a.since - b.since ||
      a.id.localeCompare(b.id),
  );
}

function worstFirst(a: Alert, b: Alert): number {
  return b.level - a.level || Number(b.state === "raised") - Number(a.state === "raised") || a.raisedAt - b.raisedAt;
}

function incidentItem(incident: Incident, now: number): WallItem {
  const { id, title, level, hazard, lat, lon, openedAt } = incident;
  const waitsMs = longestWait(incident, now)?.ms ?? null;
  return { id, type: "incident", title, level, hazard, lat, lon, since: openedAt, waitsMs };
}

function alertItem({ id, deviceName, level, hazard, lat, lon, raisedAt, state }: Alert, now: number): WallItem {
  const waitsMs = state === "raised" ? Math.max(0, now - raisedAt) : null;
  return { id, type: "alert", title: deviceName, level, hazard, lat, lon, since: raisedAt, waitsMs };
}

/** How many of the worst are looked at in turn. */
export const IN_TURN = 6;

/**
 * What the wall looks at in its `turn`th turn: the worst one after another, every fourth time the whole city (null). Only those of
 * the highest level take part: what is small must not take the wall from what is not.
 */
export function lookAt(items: readonly WallItem[], turn: number): WallItem | null {
  if (turn % 4 === 3) return null;
  const worst = items.filter((it) => it.level === items[0]?.level).slice(0, IN_TURN);
  const looks = Math.floor(turn / 4) * 3 + (turn % 4);
  return worst[looks % Math.max(1, worst.length)] ?? null;
}

/** Where the picture stands in its `minute`th minute, pixels: a slow walk on a small square, so that nothing burns in. */
export function orbit(minute: number): { x: number; y: number } {
  const SIDE = 6;
  const at = minute % (4 * SIDE);
  const [leg, step] = [Math.floor(at / SIDE), at % SIDE];
  const way = [
    { x: step, y: 0 },
    { x: SIDE, y: step },
    { x: SIDE - step, y: SIDE },
    { x: 0, y: SIDE - step },
  ];
  return way[leg] ?? { x: 0, y: 0 };
}
