import { MINUTE } from "@/lib/base/clock";
import type { Alert } from "@/lib/contract/alert";
import type { Level } from "@/lib/contract/level";

/** How long a desk may be muted, minutes. A mute always ends by itself. */
export const MUTE_MINUTES = [5, 15, 30] as const;
export type MuteMinutes = (typeof MUTE_MINUTES)[number];

/** Until when a desk has no sound, in this screen's wall time, ms. */
export type Mute = { until: number };

export const muteFor = (minutes: MuteMinutes, now: number): Mute => ({ until: now + minutes * MINUTE });

/** A wall clock that is set back may make a mute longer, and never longer than the longest. */
export const isMuted = (mute: Mute | null, now: number): boolean =>
  mute !== null && now < mute.until && mute.until - now <= Math.max(...MUTE_MINUTES) * MINUTE;

/** The level at which each alert was heard already. */
export type Heard = ReadonlyMap<string, Level>;

/**
 * What nobody has heard yet: raised and unseen, or risen to a level at which it was not heard. What the city knew before the
 * screen came (`cameAt`, city's clock) is not new, also where it comes a moment behind the snapshot.
 */
export function unheard(heard: Heard, alerts: Iterable<Alert>, cameAt: number): Alert[] {
  return [...alerts].filter((it) => {
    const before = heard.get(it.id);
    const known = before !== undefined || it.recordedAt > cameAt;
    return it.state === "raised" && known && it.level > (before ?? 0);
  });
}

/** `heard` with these alerts, each at the highest level at which it was heard. */
export function hearing(heard: Heard, alerts: Iterable<Alert>): Heard {
  const next = new Map(heard);
  for (const { id, level } of alerts) if (level > (next.get(id) ?? 0)) next.set(id, level);
  return next;
}

/** A serious alert that nobody has seen rings again this often, ms. */
export const AGAIN_MS = 30_000;

export type Ring = { level: Level | null; breaksMute: boolean };

/**
 * What is to be heard now: the worst of what is new; else a serious alert that still waits, when it is due again. A mute keeps
 * everything silent but a new serious alert, which ends it (docs/decisions/037): a mute was asked for what was known then.
 */
export function ringOf(given: {
  fresh: readonly Alert[];
  standing: readonly Alert[];
  mute: Mute | null;
  /** Wall time of the last sound, ms. */
  rangAt: number;
  now: number;
}): Ring {
  const { fresh, standing, mute, rangAt, now } = given;
  const muted = isMuted(mute, now);
  const worst = worstLevel(fresh);
  if (worst !== null && (!muted || worst === 4)) return { level: worst, breaksMute: muted };
  const waits = standing.some((it) => it.level === 4 && it.state === "raised");
  return { level: waits && !muted && now - rangAt >= AGAIN_MS ? 4 : null, breaksMute: false };
}

const worstLevel = (alerts: readonly Alert[]): Level | null =>
  alerts.reduce<Level | null>((worst, { level }) => (worst === null || level > worst ? level : worst), null);
