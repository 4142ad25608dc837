import type { Alert } from "@/lib/contract/alert";
import type { Hazard, Level } from "@/lib/contract/level";

export type QueueFilter = {
  /** standing: raised and acknowledged; raised: nobody has seen it; ended: cleared. */
  state: "standing" | "raised" | "ended";
  /** This level and worse. */
  level: Level;
  hazard: Hazard | null;
};

export const wholeQueue: QueueFilter = { state: "standing", level: 1, hazard: null };

function passes(alert: Alert, filter: QueueFilter): boolean {
  const ended = alert.state === "cleared";
  const wanted = filter.state === "ended" ? ended : filter.state === "raised" ? alert.state === "raised" : !ended;
  return wanted && alert.level >= filter.level && (filter.hazard === null || alert.hazard === filter.hazard);
}

/** Worst first, of the same level the unseen first, then the newest. What has ended: the newest end first. */
export function queueOf(alerts: Iterable<Alert>, filter: QueueFilter): Alert[] {
  const some = [...alerts].filter((alert) => passes(alert, filter));
  if (filter.state === "ended") return some.sort((a, b) => (b.clearedAt ?? 0) - (a.clearedAt ?? 0));
  return some.sort((a, b) => b.level - a.level || unseen(b) - unseen(a) || b.raisedAt - a.raisedAt);
}

/** The queue by what belongs together: each group at the place of its first, with how many more there are of it below. */
export type QueueRow = { id: string; groupId: string; more: number };

/** Rows of the queue: of each group its first alert, and all of it where the group is `open`. */
export function rowsOf(alerts: readonly Alert[], open: ReadonlySet<string>): QueueRow[] {
  const members = new Map<string, Alert[]>();
  for (const alert of alerts) members.set(alert.groupId, [...(members.get(alert.groupId) ?? []), alert]);
  return [...members].flatMap(([groupId, some]) =>
    some
      .slice(0, open.has(groupId) ? undefined : 1)
      .map(({ id }, i) => ({ id, groupId, more: i === 0 ? some.length - 1 : 0 })),
  );
}

const unseen = (alert: Alert): number => (alert.state === "raised" ? 1 : 0);

/**
 * The order on the screen. While it is held (a hand is on the list), what is shown keeps its place, ended or not, and what is
 * new waits to be asked for: an operator must never hit another alert than the one under the finger.
 */
export function calmOrder(
  shown: readonly string[],
  wanted: readonly string[],
  held: boolean,
): { ids: readonly string[]; waiting: number } {
  if (!held) return { ids: sameOrder(shown, wanted) ? shown : wanted, waiting: 0 };
  const there = new Set(shown);
  return { ids: shown, waiting: wanted.filter((id) => !there.has(id)).length };
}

const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** The neighbour `step` places away in a list; the first where nothing of it is selected, and the ends hold. */
export function neighbour(ids: readonly string[], selected: string | null, step: 1 | -1): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}
