import { DAY, HOUR, KST_OFFSET_MS, MINUTE } from "../../base/clock";

/** How coarse an answer is: every reading, or rollups of minutes, hours, days. Rollups stand in the database by this number. */
export type Level = -1 | 0 | 1 | 2;
export const RAW = -1;
export const MINUTES = 0;
export const HOURS = 1;
export const DAYS = 2;
export type RollupLevel = Exclude<Level, -1>;
export const ROLLUPS = [MINUTES, HOURS, DAYS] as const;

/** A slot is one minute, hour or day in Korea's calendar; this many follow each other in one row. */
export const PAGE_SLOTS = 240;

export const unitOf = (level: RollupLevel): number => UNITS[level];
const UNITS = [MINUTE, HOUR, DAY] as const;

/** The slot that `at` (UTC ms) lies in, counted from 1970-01-01T00:00+09:00. */
export const slotOf = (level: RollupLevel, at: number): number => Math.floor((at + KST_OFFSET_MS) / UNITS[level]);
/** UTC ms at which a slot begins. */
export const slotStart = (level: RollupLevel, slot: number): number => slot * UNITS[level] - KST_OFFSET_MS;

export const pageOf = (level: RollupLevel, at: number): number => Math.floor(slotOf(level, at) / PAGE_SLOTS);
/** UTC ms at which a page begins. */
export const pageStart = (level: RollupLevel, page: number): number => slotStart(level, page * PAGE_SLOTS);
