import { create } from "zustand";

/** Seconds of the city in one second of the screen. */
export const speeds = [1, 10, 60, 300, 1800, 3600] as const;
/** How far the slider reaches back, ms. */
export const reaches = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 } as const;
export type Reach = keyof typeof reaches;

/** The time machine. `at` is the moment that is shown (UTC ms); null: the present. */
export type PastState = {
  at: number | null;
  playing: boolean;
  speed: number;
  reach: Reach;
  /** A moment has been asked for and is not shown yet. */
  loading: boolean;
  /** Why the moment could not be had: a code of the city. */
  failure: string | null;
  /** Grows with each jump, so that what was asked for another moment is asked again. */
  jumps: number;
  /** From when on the city knows what its screens were told. */
  knownFrom: number | null;
  /** The present when it was left, city clock: what is new is newer. */
  leftAt: number;
};

export const present: PastState = {
  at: null,
  playing: false,
  speed: 60,
  reach: "day",
  loading: false,
  failure: null,
  jumps: 0,
  knownFrom: null,
  leftAt: 0,
};

export const usePast = create<PastState>(() => present);

/** Whether the past is shown: then nobody acts. */
export const useIsPast = (): boolean => usePast((past) => past.at !== null);
