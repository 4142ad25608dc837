import { MINUTE } from "../../base/clock";

/** The story repeats in cycles, each a little different, so that a visitor at any hour sees something begin and end. */
export const CYCLE_MS = 90 * MINUTE;

export type Story = {
  seed: string;
  /** The story begins here, UTC ms; before it the city is calm. */
  since: number;
};

/** Number of the cycle that an instant lies in; negative before the story. */
export const cycleAt = (story: Story, at: number) => Math.floor((at - story.since) / CYCLE_MS);
export const cycleStart = (story: Story, cycle: number) => story.since + cycle * CYCLE_MS;

/** The cycles whose events may still be felt `beforeMs` after they began. */
export function cyclesAround(story: Story, from: number, to: number): number[] {
  const first = Math.max(0, cycleAt(story, from));
  const last = cycleAt(story, to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
