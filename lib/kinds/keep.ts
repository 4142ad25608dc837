/** How many days of event time a stream's history is kept: every reading, its minutes, its hours. Its days are kept for ever. */
export type Keep = { readings: number; minutes: number; hours: number };

/** What a stream has that says nothing else. A device may look back 400 days (lib/ingest): all of that is kept as it was sent. */
export const KEEP: Keep = { readings: 400, minutes: 3 * 365, hours: 10 * 365 };
