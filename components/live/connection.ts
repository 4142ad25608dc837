/** What the screen knows of its line to the city. `since` is wall time: without the city there is no city time. */
export type Connection = {
  /** connecting: never connected yet; live; behind: connected but silent for too long; offline: the line is gone. */
  state: "connecting" | "live" | "behind" | "offline";
  since: number;
  /** Wall time of the newest word from the city; null before the first. */
  heardAt: number | null;
};

/** The city sends its health every few seconds: silence beyond this is not quiet, it is a fault. */
export const BEHIND_AFTER_MS = 15_000;

export type LineEvent = "heard" | "lost" | "tick";

/** The line after an event at wall time `now`. Pure. */
export function nextConnection(line: Connection, event: LineEvent, now: number): Connection {
  if (event === "heard") return { state: "live", since: line.state === "live" ? line.since : now, heardAt: now };
  if (event === "lost") return line.state === "offline" ? line : { ...line, state: "offline", since: now };
  const silent = line.state === "live" && line.heardAt !== null && now - line.heardAt > BEHIND_AFTER_MS;
  return silent ? { ...line, state: "behind", since: line.heardAt ?? now } : line;
}
