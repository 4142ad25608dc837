import type { Sent } from "./calls";

/** What happens to the city when: each is one verb. `free` is the file's `available`: cleared, or taken back where nobody had arrived. */
export type Happening =
  | { at: number; do: "open"; sent: Sent }
  | { at: number; do: "ask" | "en-route" | "arrive" | "free"; sent: Sent };

const ORDER = ["free", "open", "ask", "en-route", "arrive"];

/** The recording as verbs in the order of their time; at one instant units become free before others are asked. */
export function happeningsOf(rows: readonly Sent[]): Happening[] {
  const opened = new Set<string>();
  const all = rows.flatMap((sent): Happening[] => {
    const first = !opened.has(sent.call);
    opened.add(sent.call);
    return [
      ...(first ? [{ at: sent.received, do: "open" as const, sent }] : []),
      { at: sent.dispatched, do: "ask", sent },
      ...step(sent, "en-route", sent.enRoute),
      ...step(sent, "arrive", sent.onScene),
      ...step(sent, "free", sent.available),
    ];
  });
  return all
    .map((it, i) => ({ it, i }))
    .sort((a, b) => a.it.at - b.it.at || rankOf(a.it, b.it) || a.i - b.i)
    .map(({ it }) => it);
}

const step = (sent: Sent, name: "en-route" | "arrive" | "free", at: number | null): Happening[] =>
  at === null ? [] : [{ at, do: name, sent }];

/** A unit that is free in the very second in which it was asked or arrived was asked first. */
function rankOf(a: Happening, b: Happening): number {
  return a.sent === b.sent ? 0 : ORDER.indexOf(a.do) - ORDER.indexOf(b.do);
}
