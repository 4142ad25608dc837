import { median } from "../../analyze/median";
import { table } from "../../cli/table";
import { DETOUR, speedKmh } from "../../dispatch/travel";
import type { Chosen, Guess } from "./choice";
import type { Kept, Replayed } from "./replay";

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

export type ChoiceRow = {
  count: number;
  top1: number;
  top3: number;
  blind1: number;
  blind3: number;
  rank: number;
  among: number;
};

/** Shares from 0 to 1; `blind`: what drawing lots among the same units would come to. */
export function choiceOf(chosen: readonly Chosen[]): ChoiceRow {
  const count = chosen.length;
  const mean = (of: (it: Chosen) => number) => chosen.reduce((sum, it) => sum + of(it), 0) / Math.max(1, count);
  return {
    count,
    top1: mean(({ rank }) => Number(rank === 1)),
    top3: mean(({ rank }) => Number(rank <= 3)),
    blind1: mean(({ among }) => 1 / among),
    blind3: mean(({ among }) => Math.min(1, 3 / among)),
    rank: median(chosen.map(({ rank }) => rank)),
    among: median(chosen.map(({ among }) => among)),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** What `npm run evaluate -- dispatch` prints. */
export function reportOf({ kept, chosen, kmh, verbs }: Replayed, rows: number): string {
  const steps = stepsOf(kept).map((it) => [
    it.name,
    String(it.count),
    it.oursS.toFixed(0),
    it.fileS.toFixed(0),
    String(it.differ),
    String(it.mostMs),
  ]);
  return [
    `sf-fire-dispatch: ${rows} rows replayed by ${verbs} verbs; ${kept.length} kept, ${kept.filter(({ state }) => state === "cleared").length} cleared, ${kept.filter(({ state }) => state === "cancelled").length} taken back (never on scene in the file).`,
    "",
    ...table(["step", "rows", "median s, city", "median s, file", "rows that differ", "most ms apart"], steps),
    "",
    "Whom the city would have asked, beside who was sent: rank of the sent unit among the free units of its type.",
    "The file has no positions of units. home: the middle of the unit's own earlier calls; last: its last one; from five calls on.",
    ...table(["by", "type", "rows", "first", "lots", "in 3", "lots", "median rank", "of"], choices(chosen)),
    "",
    "How fast they came, as the crow flies from home (the file has no roads), beside what lib/dispatch/travel reckons:",
    ...table(["type", "rows", "median km/h, file", "km/h, city"], speeds(kmh)),
  ].join("\n");
}

function choices(chosen: readonly Chosen[]): string[][] {
  const lines: [Guess, string, readonly Chosen[]][] = (["home", "last"] as const).flatMap((guess) => {
    const of = chosen.filter((it) => it.guess === guess);
    const types = [...new Set(of.map(({ unitType }) => unitType))].filter(
      (type) => of.filter((it) => it.unitType === type).length >= 40,
    );
    return [[guess, "all", of], ...types.map((type) => [guess, type, of.filter((it) => it.unitType === type)])] as [
      Guess,
      string,
      Chosen[],
    ][];
  });
  return lines.map(([guess, type, of]) => {
    const it = choiceOf(of);
    return [
      guess,
      type,
      String(it.count),
      percent(it.top1),
      percent(it.blind1),
      percent(it.top3),
      percent(it.blind3),
      String(it.rank),
      String(it.among),
    ];
  });
}

/** The product's types that drive like the file's. */
const like: Record<string, string> = {
  ENGINE: "pump",
  TRUCK: "truck",
  MEDIC: "ambulance",
  PRIVATE: "ambulance",
  "RESCUE SQUAD": "rescue",
};

function speeds(kmh: Replayed["kmh"]): string[][] {
  return Object.entries(like).flatMap(([type, ours]) => {
    const of = kmh.filter((it) => it.unitType === type).map((it) => it.kmh);
    if (of.length < 20) return [];
    return [[type, String(of.length), median(of).toFixed(1), (speedKmh(ours) / DETOUR).toFixed(1)]];
  });
}
