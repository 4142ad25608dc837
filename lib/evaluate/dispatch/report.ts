import { median } from "../../analyze/median";
import { table } from "../../cli/table";
import type { TravelLaw } from "../../contract/travel-law";
import { usualLaw } from "../../dispatch/pack/travel";
import { spread } from "../noise/compare";
import type { Sent } from "./calls";
import { type Chosen, guesses } from "./choice";
import { byLaw, type Drive, type Estimate, fitStartS, missOf, turnoutOf, typesOfLaw, withStart } from "./drives";
import type { Replayed } from "./replay";
import { stepsOf } from "./steps";

export type ChoiceRow = { count: number; first: number; in3: number; lots1: number; lots3: number };

/** Shares from 0 to 1; `lots`: what drawing lots among the same units would come to. */
export function choiceOf(chosen: readonly Chosen[]): ChoiceRow {
  const count = chosen.length;
  const mean = (of: (it: Chosen) => number) => chosen.reduce((sum, it) => sum + of(it), 0) / Math.max(1, count);
  return {
    count,
    first: mean(({ rank }) => Number(rank === 1)),
    in3: mean(({ rank }) => Number(rank <= 3)),
    lots1: mean(({ among }) => 1 / among),
    lots3: mean(({ among }) => Math.min(1, 3 / among)),
  };
}

/** Half the width of the interval in which a share of `count` lies in 95 of 100 cases (normal approximation). */
export const unsure = (share: number, count: number): number =>
  count === 0 ? 1 : 1.96 * Math.sqrt((share * (1 - share)) / count);

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** A type with fewer rows than this says nothing. */
const FEW = 40;

/** What `npm run evaluate -- dispatch` prints. `seconds`: how long the replay took. */
export function reportOf(replayed: Replayed, rows: readonly Sent[], seconds: number): string {
  const half = median(rows.map(({ dispatched }) => dispatched));
  const stations = "the middle of its earlier calls, from five on, where --stations names none";
  return [
    ...counted(replayed, rows, seconds),
    "",
    ...table(
      ["step", "rows", "median s, city", "median s, file", "rows that differ", "most ms apart"],
      steps(replayed),
    ),
    "",
    "Whom the city would have asked, beside who was sent: how often the sent unit is first, and among the first three, of the free units of its type.",
    `The file has no positions. city: as the product has it; home: nearest station by straight line (${stations}); last:`,
    "nearest last scene; newest: whoever was at a scene last; lots: by chance. ±: 95 % of the city's own figure.",
    ...table(
      ["type", "rows", "of", ...guesses, "lots", "±", "in 3: city", "home", "last", "newest", "lots"],
      choices(replayed.chosen),
    ),
    "",
    "The same in the second half alone, which no number of the law was fitted on:",
    ...table(
      ["type", "rows", "of", ...guesses, "lots", "±", "in 3: city", "home", "last", "newest", "lots"],
      choices(replayed.chosen.filter(({ at }) => at >= half)),
    ),
    "",
    ...times(replayed.drives, half),
  ].join("\n");
}

function counted({ kept, verbs, closed }: Replayed, rows: readonly Sent[], seconds: number): string[] {
  const [units, calls] = [new Set(rows.map(({ unit }) => unit)).size, new Set(rows.map(({ call }) => call)).size];
  const [cleared, back] = ["cleared", "cancelled"].map((s) => kept.filter(({ state }) => state === s).length);
  return [
    `sf-fire-dispatch: ${rows.length} rows of ${units} units at ${calls} calls, replayed by ${verbs} verbs in ${seconds.toFixed(0)} s.`,
    `${kept.length} kept: ${cleared} cleared, ${back} taken back (never on scene in the file), ${kept.length - (cleared ?? 0) - (back ?? 0)} still open; ${closed} calls closed.`,
  ];
}

function steps({ kept }: Replayed): string[][] {
  return stepsOf(kept).map((it) => [
    it.name,
    String(it.count),
    it.oursS.toFixed(0),
    it.fileS.toFixed(0),
    String(it.differ),
    String(it.mostMs),
  ]);
}

function choices(chosen: readonly Chosen[]): string[][] {
  const count = (type: string) => chosen.filter((it) => it.unitType === type && it.guess === "city").length;
  const types = [...new Set(chosen.map(({ unitType }) => unitType))].filter((type) => count(type) >= FEW);
  return ["all", ...types.sort((a, b) => count(b) - count(a))].map((type) => {
    const of = chosen.filter((it) => type === "all" || it.unitType === type);
    const by = guesses.map((guess) => choiceOf(of.filter((it) => it.guess === guess)));
    const [city] = by;
    if (!city) return [type];
    return [
      type,
      String(city.count),
      String(median(of.map(({ among }) => among))),
      ...by.map(({ first }) => percent(first)),
      percent(city.lots1),
      percent(unsure(city.first, city.count)),
      ...by.map(({ in3 }) => percent(in3)),
      percent(city.lots3),
    ];
  });
}

/** RAND's own start, 0.65 minutes. */
const RAND_S = 39;
/** What the product reckoned until 2026-11-27: 1.3 times the line at a pump's 32 km/h. */
const asBefore: Estimate = (metres) => (metres * 1.3) / (32 / 3.6);

function times(drives: readonly Drive[], half: number): string[] {
  const engines = drives.filter((it) => it.unitType === "ENGINE" && it.urgent);
  const startS = fitStartS(
    engines.filter(({ at }) => at < half),
    usualLaw,
  );
  const estimates: [string, Estimate][] = [
    ["before: 32 km/h", asBefore],
    [`RAND: start ${RAND_S} s`, byLaw(withStart(usualLaw, RAND_S))],
    [`fitted on first half: ${startS} s`, byLaw(withStart(usualLaw, startS))],
    [`city: ${usualLaw.startS.value} s`, byLaw(usualLaw)],
  ];
  return [
    `How long they drove, beside what lib/dispatch/travel reckons (${slope(usualLaw)}; only the start is fitted, on ENGINE with lights in the first half). Scored on the second half.`,
    ...table(
      ["type", "lights", "rows", "median s, file", "by", "median error s", "median |error| s", "90th |error| s"],
      scored(
        drives.filter(({ at }) => at >= half),
        estimates,
      ),
    ),
    "",
    "How long until they rolled, whole file:",
    ...table(["type", "rows", "median s", "90th s", "city s"], turnouts(drives)),
  ];
}

const slope = ({ detour, sPerKm }: TravelLaw) => `${sPerKm.value} s/km of street, straight line × ${detour.value}`;

function scored(drives: readonly Drive[], estimates: readonly [string, Estimate][]): string[][] {
  return ["ENGINE", "TRUCK"].flatMap((type) =>
    [true, false].flatMap((urgent) => {
      const of = drives.filter((it) => it.unitType === type && it.urgent === urgent);
      return estimates.flatMap(([name, estimate]) => {
        const { count, medianS, offS, absS, abs90S } = missOf(of, estimate);
        if (count < FEW) return [];
        const seconds = [offS, absS, abs90S].map((it) => it.toFixed(0));
        return [[type, urgent ? "yes" : "no", String(count), medianS.toFixed(0), name, ...seconds]];
      });
    }),
  );
}

function turnouts(drives: readonly Drive[]): string[][] {
  return typesOfLaw.flatMap((type) => {
    const of = drives.filter((it) => it.unitType === type).map((it) => it.turnoutS);
    if (of.length < 20) return [];
    const city = turnoutOf(type, usualLaw);
    return [[type, String(of.length), median(of).toFixed(0), (spread(of)?.p90 ?? 0).toFixed(0), String(city)]];
  });
}
