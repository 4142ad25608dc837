import { HOUR, MINUTE } from "@/lib/base/clock";

export type PastCommand =
  | { type: "leave" }
  | { type: "play" }
  | { type: "step"; ms: number }
  | { type: "speed"; by: 1 | -1 };
type Press = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** What a key does while the past is shown; null where it is nobody's. Keys are physical: a Korean layout need not be left. */
export function pastCommandOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): PastCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (code === "KeyT") return { type: "leave" };
  if (key === " ") return { type: "play" };
  if (key === "ArrowLeft") return { type: "step", ms: shiftKey ? -HOUR : -MINUTE };
  if (key === "ArrowRight") return { type: "step", ms: shiftKey ? HOUR : MINUTE };
  if (key === "+" || key === "=") return { type: "speed", by: 1 };
  if (key === "-") return { type: "speed", by: -1 };
  return null;
}
