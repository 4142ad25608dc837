import { type DestinationStream, type Logger, pino } from "pino";

const MOST_WAITING_BYTES = 1_000_000;

/**
 * The city's log: one JSON object a line, on the standard error output, so that what is printed for people stays apart. `event`
 * names what happened. A log that cannot be written (its own disk is full, its reader is gone) never takes the city with it.
 */
export function openLog(level: string): Logger {
  const out = pino.destination({ dest: 2, sync: true, maxLength: MOST_WAITING_BYTES });
  out.on("error", () => undefined);
  return logTo(out, level);
}

export function logTo(out: DestinationStream, level: string): Logger {
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters }, out);
}
