/** What the screen knows of its line to the city. `since` is the screen's own time (screenNow): without the city there is no city time. */
export type Connection = {
  /** connecting: never connected yet; live; behind: connected but silent for too long; offline: the line is gone. */
  state: "connecting" | "live" | "behind" | "offline";
  since: number;
  /** The screen's time of the newest word from the city; null before the first. */
  heardAt: number | null;
};

/** The staff's room hears the city's health every few seconds: silence beyond this is not quiet, it is a fault. */
export const BEHIND_AFTER_MS = 15_000;
/** An agency's room may have nothing to say; there only the socket's own heartbeat (every 25 s) can be missed. */
export const QUIET_BEHIND_AFTER_MS = 40_000;

/** How exactly it is kept when the city was heard last: a new word every few milliseconds draws nothing again. */
const HEARD_STEP_MS = 500;

export type LineEvent = "heard" | "lost" | "tick";

/** The line after an event at the screen's time `now`; `patience`: how long it may be silent, ms. Pure. */
export function nextConnection(
  line: Connection,
  event: LineEvent,
  now: number,
  patience = BEHIND_AFTER_MS,
): Connection {
  const heardMsAgo = now - (line.heardAt ?? Number.NEGATIVE_INFINITY);
  if (event === "heard" && line.state === "live" && heardMsAgo < HEARD_STEP_MS) return line;
  if (event === "heard") return { state: "live", since: line.state === "live" ? line.since : now, heardAt: now };
  if (event === "lost") return line.state === "offline" ? line : { ...line, state: "offline", since: now };
  const silent = line.state === "live" && line.heardAt !== null && now - line.heardAt > patience;
  return silent ? { ...line, state: "behind", since: line.heardAt ?? now } : line;
}
