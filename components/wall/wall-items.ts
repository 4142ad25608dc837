import { type Undone, undoneOf } from "@/components/panels/incident/undone";
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
  /** What is to happen and has not, since when (UTC ms): nobody has seen the alert, or the worst that an incident lacks; null where nothing is awaited. */
  waits: { since: number; late: boolean; missing: Undone["missing"] | "seen"; agencyId: string | null } | null;
};

/** What the wall shows: the worst first, of those what is late, then what is awaited, then the oldest. */
export function wallItems(alerts: Iterable<Alert>, incidents: Iterable<Incident>, now: number): WallItem[] {
  const open = [...incidents].filter((it) => it.state === "open").map((it) => incidentItem(it, now));
  const loose = [...alerts].filter((it) => it.state !== "cleared" && it.incidentId === null).sort(worstFirst);
  // of what belongs together the worst speaks for all
  const first = new Map(loose.toReversed().map((it) => [it.groupId, it]));
  return [...open, ...[...first.values()].map(alertItem)].sort(
    (a, b) => b.level - a.level || rank(b) - rank(a) || a.since - b.since || a.id.localeCompare(b.id),
  );
}

function worstFirst(a: Alert, b: Alert): number {
  return b.level - a.level || Number(b.state === "raised") - Number(a.state === "raised") || a.raisedAt - b.raisedAt;
}

const rank = ({ waits }: WallItem): number => (waits?.late ? 2 : waits ? 1 : 0);

function incidentItem(incident: Incident, now: number): WallItem {
  const { id, title, level, hazard, lat, lon, openedAt } = incident;
  const undone = undoneOf(incident, now);
  const waits = undone && { ...undone, late: undone.overdueMs !== null };
  return { id, type: "incident", title, level, hazard, lat, lon, since: openedAt, waits };
}

function alertItem({ id, deviceName, level, hazard, lat, lon, raisedAt, state }: Alert): WallItem {
  const unseen = { since: raisedAt, late: false, missing: "seen" as const, agencyId: null };
  const waits = state === "raised" ? unseen : null;
  return { id, type: "alert", title: deviceName, level, hazard, lat, lon, since: raisedAt, waits };
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
