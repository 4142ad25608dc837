import type { Me } from "./people";

/** Who sees what on /live. "staff" sees all; an agency what it was asked to; the public the summary alone. */
export type Room = "staff" | "public" | `agency:${string}`;

/** Who is at the other end of a live line, and the room they sit in. */
export type Viewer = { room: Room; me: Me | null };

/** Asks who sends these headers; a wrong session is the public. */
export type IdentifyViewer = (headers: Record<string, string | undefined>) => Promise<Viewer>;
