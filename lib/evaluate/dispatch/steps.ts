import { median } from "../../analyze/median";
import type { Kept } from "./replay";

type Span = { name: string; ours(kept: Kept): number | null; file(kept: Kept): number | null };

const between = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from);
const ended = ({ sent: { onScene, available } }: Kept) => (onScene === null ? null : available);

/** The steps of a response, each as the city kept it and as the file has it, ms. */
const spans: Span[] = [
  {
    name: "received → dispatched",
    ours: (k) => between(k.received, k.requestedAt),
    file: ({ sent }) => between(sent.received, sent.dispatched),
  },
  {
    name: "dispatched → en route",
    ours: (k) => between(k.requestedAt, k.enRouteAt),
    file: ({ sent }) => between(sent.dispatched, sent.enRoute),
  },
  {
    name: "en route → on scene",
    ours: (k) => between(k.enRouteAt, k.arrivedAt),
    file: ({ sent }) => between(sent.enRoute, sent.onScene),
  },
  {
    name: "on scene → available",
    ours: (k) => between(k.arrivedAt, k.state === "cleared" ? k.endedAt : null),
    file: (k) => between(k.sent.onScene, ended(k)),
  },
];

export type StepRow = { name: string; count: number; oursS: number; fileS: number; differ: number; mostMs: number };

/** Medians in seconds, in how many rows the two differ (one has the step and the other has not counts too), and by how much at most. */
export function stepsOf(kept: readonly Kept[]): StepRow[] {
  return spans.map(({ name, ours, file }) => {
    const pairs = kept.map((it) => [ours(it), file(it)] as const);
    const both = pairs.filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
    const off = both.map(([a, b]) => Math.abs(a - b));
    return {
      name,
      count: both.length,
      oursS: median(both.map(([a]) => a)) / 1000,
      fileS: median(both.map(([, b]) => b)) / 1000,
      differ: pairs.filter(([a, b]) => a !== b).length,
      mostMs: Math.max(0, ...off),
    };
  });
}
