import { chanceWithin } from "../../analyze/forecast/crossing";
import { HORIZONS, type Outlook, quantile } from "../../analyze/forecast/outlook";
import { OUTPUTS, type Table } from "../../analyze/forecast/table";
import { MINUTE } from "../../base/clock";
import type { Contender } from "./contender";
import { share } from "./text";

const FLOOD_FROM = 5;

type Case = { outlook: Outlook; row: number };

/** How far the level forecast lay from the level, how often within its interval, and how often a chance came true. */
export function accuracy(table: Table, contenders: readonly Contender[], levels: readonly number[]): string[] {
  const cases = contenders.map(({ name, judged }) => ({
    name,
    all: judged.flatMap(({ rows, outlooks }) =>
      rows.flatMap((row, i): Case[] => {
        const outlook = outlooks[i];
        return outlook && Number.isFinite(table.outcome[row * OUTPUTS]) ? [{ outlook, row }] : [];
      }),
    ),
  }));
  const inFlood = ({ outlook, row }: Case) =>
    outlook.value + (table.outcome[row * OUTPUTS + OUTPUTS - 1] ?? 0) >= FLOOD_FROM;
  const [model] = cases;
  return [
    `Mean absolute error of the level in cm, by minutes ahead: at all times, and where ${FLOOD_FROM} m are reached within 6 h`,
    `                 ${HORIZONS.map((h) => String(h / MINUTE).padStart(6)).join("")}`,
    ...cases.flatMap(({ name, all }) => [
      errorLine(`${name}, all`, table, all),
      errorLine(`${name}, flood`, table, all.filter(inFlood)),
    ]),
    ...(model
      ? [
          "Share of levels within the model's interval of 10–90 %, which should be 80 %",
          coverageLine("all", table, model.all),
          coverageLine("flood", table, model.all.filter(inFlood)),
          "Of the chances that the model gave (within 240 min), how many came true",
          ...levels.flatMap((level) => reliability(table, model.all, level)),
        ]
      : []),
  ];
}

function errorLine(label: string, { outcome }: Table, cases: readonly Case[]): string {
  return byHorizon(label, (h) => {
    const sum = cases.reduce((total, { outlook, row }) => {
      const was = outlook.value + (outcome[row * OUTPUTS + h] ?? 0);
      return total + Math.abs((outlook.level[h]?.middle ?? 0) - was);
    }, 0);
    return ((100 * sum) / cases.length).toFixed(1);
  });
}

function coverageLine(label: string, { outcome }: Table, cases: readonly Case[]): string {
  return byHorizon(label, (h) => {
    const within = cases.filter(({ outlook, row }) => {
      const spread = outlook.level[h];
      const was = outlook.value + (outcome[row * OUTPUTS + h] ?? 0);
      return spread && was >= quantile(spread, 0.1) - 0.005 && was <= quantile(spread, 0.9) + 0.005;
    });
    return share(within.length / cases.length).replace(" ", "");
  });
}

function byHorizon(label: string, figure: (horizon: number) => string): string {
  return `${label.padEnd(17)}${HORIZONS.map((_, h) => figure(h).padStart(6)).join("")}`;
}

const BINS = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.01];
const WITHIN = 240 * MINUTE;

function reliability({ outcome }: Table, cases: readonly Case[], level: number): string[] {
  const index = HORIZONS.length + HORIZONS.indexOf(WITHIN);
  const near = cases.filter(({ outlook }) => outlook.value < level && outlook.value > level - 2.5);
  const told = near.map(({ outlook, row }) => ({
    chance: chanceWithin(outlook, level, WITHIN),
    came: outlook.value + (outcome[row * OUTPUTS + index] ?? 0) >= level - 1e-6,
  }));
  const cells = BINS.slice(1).map((to, i) => {
    const from = BINS[i] ?? 0;
    const inBin = told.filter(({ chance }) => chance >= from && chance < to);
    return `${share(from)}–${share(Math.min(1, to))}: ${share(inBin.filter((t) => t.came).length / inBin.length)} of ${inBin.length}`;
  });
  return [`  ${level} m  ${cells.join("   ")}`];
}
