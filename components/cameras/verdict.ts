import type { Picture } from "@/lib/contract/camera";

export type Verdict = "starting" | "live" | "frozen" | "dead" | "unsure";

/** A player that has shown nothing new for that long shows an old picture, whatever the city says. */
const STALL_MS = 5000;
/** Without the city's word for that long nobody knows. */
const UNHEARD_MS = 7000;

export type Seen = {
  picture: Picture;
  /** Since the city said so, ms. */
  heardMs: number;
  /** Since the player last showed something new, ms; null: it has shown nothing yet. */
  stillMs: number | null;
};

/** Whether what stands on the screen may be called live: only where the city and the player both saw it go on. */
export function verdictOf({ picture, heardMs, stillMs }: Seen): Verdict {
  if (heardMs > UNHEARD_MS) return "unsure";
  if (picture.state === "dead" || picture.state === "frozen") return picture.state;
  if (stillMs === null) return "starting";
  return stillMs > STALL_MS ? "frozen" : picture.state;
}
