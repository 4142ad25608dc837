import { MINUTE } from "../../base/clock";
import type { World } from "../../kinds/kind";
import { chanceOf } from "../chance";
import { cycleAt, cycleStart, type Story } from "./cycle";

type Fault = { kind: "dark" | "tampered" | "frozen"; from: number; until: number };

/** What breaks in every cycle, minutes after its start. */
const breakdowns: readonly Fault[] = [
  { kind: "dark", from: 1, until: 14 },
  { kind: "frozen", from: 22, until: 31 },
  { kind: "tampered", from: 36, until: 45 },
  { kind: "frozen", from: 55, until: 64 },
  { kind: "tampered", from: 73, until: 82 },
];

/** Which camera is broken at an instant, and how: one after the other in every cycle. */
export function createFaults(story: Story, cameras: readonly string[]): World["fault"] {
  return (id, at) => {
    const cycle = cycleAt(story, at);
    if (cycle < 0) return "none";
    const minute = (at - cycleStart(story, cycle)) / MINUTE;
    const chosen = (nth: number) => cameras[Math.floor(chanceOf(story.seed, cycle, nth) * cameras.length)];
    const fault = breakdowns.find(({ from, until }, nth) => minute >= from && minute < until && chosen(nth) === id);
    return fault?.kind ?? "none";
  };
}
