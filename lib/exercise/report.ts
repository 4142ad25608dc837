import { DAY, KST_OFFSET_MS, MINUTE } from "../base/clock";
import type { Alert } from "../contract/alert";
import { levelNames } from "../contract/level";
import type { Played } from "./play";
import type { Tally } from "./tally";

export type ExerciseResult = { tally: Tally; played: Played; alerts: Alert[]; wallMs: number };

/** 2022-08-10 06:40:00, the clock of Seoul. */
const seoul = (at: number | null) =>
  at === null ? "stands" : new Date(at + KST_OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");

/** What the exercise prints at its end. Alerts about equipment are counted, the others listed. */
export function reportOf({ tally, played, alerts, wallMs }: ExerciseResult): string {
  const equipment = alerts.filter((a) => a.hazard === "equipment");
  const dangers = alerts.filter((a) => a.hazard !== "equipment" && !a.forecast);
  return [
    "",
    `EXERCISE 훈련   ${seoul(played.firstAt)} – ${seoul(played.lastAt)} +09:00`,
    "",
    ...table(dangers),
    "",
    ...forecastLines(alerts),
    `alerts       ${dangers.length} raised, ${dangers.filter((a) => a.clearedAt !== null).length} cleared`,
    `equipment    ${equipment.length} raised, ${equipment.filter((a) => a.clearedAt !== null).length} cleared (devices that fell silent in the recording; not listed)`,
    `rows read    ${tally.rows}`,
    `accepted     ${tally.accepted}`,
    `duplicates   ${tally.duplicates}`,
    ...refusals(tally),
    ...(tally.unanswered === 0 ? [] : [`UNANSWERED   ${tally.unanswered}`]),
    ...(played.jumps === 0
      ? []
      : [
          `gaps         ${played.jumps} of more than 6 h in the recording jumped over, ${(played.jumpedMs / DAY).toFixed(1)} days in all`,
        ]),
    `wall time    ${(wallMs / 1000).toFixed(1)} s`,
    "",
  ].join("\n");
}

/** Each forecast alert, with what became of it. */
function forecastLines(alerts: readonly Alert[]): string[] {
  const foretold = alerts.filter((a) => a.forecast);
  if (foretold.length === 0) return ["no forecast was raised", ""];
  const lines = foretold.flatMap(({ deviceId, ruleId, raisedAt, forecast }) => {
    if (!forecast) return [];
    const { first, end, leadMs, by } = forecast;
    const became =
      end === "fulfilled" ? `came true, lead ${Math.round((leadMs ?? 0) / MINUTE)} min` : (end ?? "stands");
    const chance = `${Math.round(100 * first.probability)} %`;
    return [
      `${deviceId} ${ruleId}  ${seoul(raisedAt)}  expected ${seoul(first.expectedAt)} (${chance}, by ${by.id})  ${became}`,
    ];
  });
  return ["forecasts 예보, of what had not happened yet", ...lines, ""];
}

function refusals({ refused, badLines }: Tally): string[] {
  const total = [...refused.values()].reduce((sum, n) => sum + n, 0);
  const codes = [...refused].sort((a, b) => b[1] - a[1]).map(([code, count]) => `  ${code.padEnd(20)} ${count}`);
  return [`refused      ${total}`, ...codes, ...badLines.map(({ line, problem }) => `  line ${line}: ${problem}`)];
}

const columns = ["device", "rule", "level", "raised +09:00", "value", "cleared +09:00"];

function table(alerts: Alert[]): string[] {
  if (alerts.length === 0) return ["no alert was raised"];
  const rows = alerts.map((a) => {
    const { ko, en } = levelNames[a.level];
    return [a.deviceId, a.ruleId, `${ko} ${en}`, seoul(a.raisedAt), String(a.value), seoul(a.clearedAt)];
  });
  const width = columns.map((_, i) => Math.max(...[columns, ...rows].map((row) => widthOf(row[i] ?? ""))));
  const line = (row: string[]) =>
    row
      .map((text, i) => text + " ".repeat((width[i] ?? 0) - widthOf(text)))
      .join("  ")
      .trimEnd();
  return [line(columns), line(width.map((w) => "─".repeat(w))), ...rows.map(line)];
}

/** Cells of a terminal: Hangul takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/.test(char) ? 2 : 1), 0);
}
