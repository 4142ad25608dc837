import { MINUTE } from "@/lib/base/clock";

/** The number that was typed; NaN where none was: Number("") is 0, which nobody typed. */
export const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

/** Typed minutes as the contract's milliseconds. */
export const msOf = (minutes: string): number => Math.round(numberOf(minutes) * MINUTE);
