import type { Operating } from "../../analyze/forecast/decide";
import { figuresOf, type Score, scoreOf, together } from "../../analyze/forecast/score";
import type { Series } from "../../analyze/forecast/series";
import type { Table } from "../../analyze/forecast/table";
import { MINUTE } from "../../base/clock";
import { trialsOf } from "../../training/trials";
import { accuracy } from "./accuracy";
import type { Contender } from "./contender";
import { lines, seoul, share } from "./text";
import type { Unseen } from "./unseen";

export type Evaluated = {
  table: Table;
  level: Series;
  contenders: readonly Contender[];
  levels: readonly number[];
  unseen: Unseen;
};

const definition = `An upward crossing of a level is the first reading at or over it after an hour or more of readings below it: water that plays about
a level crosses it once. A forecast alert says that the level is crossed within 6 h. Hit: one stood when the level was crossed; the lead
is from its raising to the crossing. False: it was given up, or 6 h passed, without a crossing. Each year is judged by what was learnt,
calibrated and tuned on the seven others (nested: the way to decide is chosen by leaving one of those seven out in turn).`;

/** What \`npm run evaluate -- forecast\` prints. */
export function reportOf(given: Evaluated): string {
  const { contenders, levels } = given;
  const [model] = contenders;
  return lines(
    "Forecasts at the Jamsu bridge, 2012–2019, leaving one year out",
    "",
    definition,
    "",
    ...levels.flatMap((level) => [...comparison(level, contenders), ""]),
    ...(model ? [...levels.flatMap((level) => [...eventList(level, given), ""]), ...tradeOff(levels, model)] : []),
    "",
    ...(model ? accuracy(given.table, contenders, levels) : []),
    "",
    ...unseenPart(given.unseen),
  );
}

/** A contender's year, scored at a level in the way that was tuned for that year. */
function scored(level: number, { judged }: Contender, rule?: Operating): Score[] {
  return judged.map((year) => {
    const operating = rule ?? year.operating;
    return scoreOf(operating, year.trials.get(level)?.(operating.horizonMs) ?? []);
  });
}

function comparison(level: number, contenders: readonly Contender[]): string[] {
  const rows = contenders.map((contender) => [contender.name, ...figureCells(together(scored(level, contender)))]);
  return [`${level} m`, ...columns([["", "hit", "lead min 10/50/90 %", "false alarms"], ...rows])];
}

function figureCells(score: Score): string[] {
  const f = figuresOf(score);
  const lead = f.lead.map((ms) => (Number.isNaN(ms) ? "–" : String(ms / MINUTE))).join(" / ");
  return [
    `${f.hits} of ${f.events} (${share(f.hitShare)})`,
    lead,
    `${f.falseAlarms} of ${f.episodes} alerts (${share(f.falseShare)})`,
  ];
}

function eventList(level: number, { contenders, level: series }: Evaluated): string[] {
  const [model, ...rivals] = contenders;
  if (!model) return [];
  const others = rivals.map((rival) => together(scored(level, rival)));
  const rows = scored(level, model).flatMap((score, i) => {
    const year = model.judged[i];
    const head = `${year?.year}: ${score.events.length} crossings; ${ruleText(year?.operating)}`;
    const events = score.events.map((e) => {
      const beside = others.map((o) => leadText(o.events.find((x) => x.at === e.at)?.leadMs ?? null));
      return `  ${seoul(e.at)}  ${leadText(e.leadMs)}   (${rivals.map((r, k) => `${r.name} ${beside[k]}`).join(", ")})`;
    });
    const wrong = score.episodes
      .filter((e) => e.outcome === "lapsed")
      .map(
        (e) =>
          `  ${seoul(e.from)}  false: the river came to ${series.over(e.from, e.from + 360 * MINUTE).max} m within 6 h`,
      );
    return [head, ...events, ...wrong];
  });
  return [`Every crossing of ${level} m, with the lead of each`, ...rows];
}

const leadText = (ms: number | null) => (ms === null ? "missed" : `${ms / MINUTE} min`);
const ruleText = (rule?: Operating) =>
  rule ? `raised at ${share(rule.raise)} within ${rule.horizonMs / MINUTE} min, held ${rule.holdMs / MINUTE} min` : "";

function tradeOff(levels: readonly number[], model: Contender): string[] {
  const head = ["raised at", "within", ...levels.flatMap((l) => [`${l} m: hit`, "lead 10/50/90", "false"])];
  const rows = [240, 360].flatMap((minutes) =>
    [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((raise) => {
      const rule = { horizonMs: minutes * MINUTE, raise, holdMs: 0, lapse: 0.4 * raise };
      return [share(raise), `${minutes} min`, ...levels.flatMap((l) => figureCells(together(scored(l, model, rule))))];
    }),
  );
  return [
    "What other ways to decide would have given (to choose by; the figures above do not come from here)",
    ...columns([head, ...rows]),
  ];
}

function unseenPart({ outlooks, operating, level, missing }: Unseen): string[] {
  const limits = [5.5, 6.2, 6.5];
  const parts = trialsOf(outlooks, limits).flatMap((trial, i) => {
    const limit = limits[i];
    const score = scoreOf(operating, trial(operating.horizonMs));
    return [
      `${limit} m: ${figureCells(score).join("; ")}`,
      ...score.events.map((e) => `  ${seoul(e.at)}  ${leadText(e.leadMs)}`),
      ...score.episodes
        .filter((e) => e.outcome === "lapsed")
        .map(
          (e) =>
            `  ${seoul(e.from)}  false: the river came to ${level.over(e.from, e.from + 360 * MINUTE).max} m within 6 h`,
        ),
    ];
  });
  return [
    "The flood of August 2022, never learnt from, by the model that ships, learnt from all of 2012–2019",
    `not in that recording, and done without: ${missing.join(", ") || "nothing"}`,
    ruleText(operating),
    ...parts,
  ];
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
