import { beforeAll, describe, expect, test } from "vitest";
import { DATA, notPlayed, playRecording } from "./recorded";
import { readReadings } from "./recording";
import type { ExerciseResult } from "./report";

const levels = [
  ["jamsu-pedestrians", 7, 5.5],
  ["jamsu-vehicles", 4, 6.2],
  ["jamsu-deck", 5, 6.5],
] as const;
type Crossing = { at: number; value: number };

/** Plain upward crossings of a level, straight from the file: the first reading at or over it after one below. */
async function crossings(level: number): Promise<Crossing[]> {
  const found: Crossing[] = [];
  let over = false;
  for await (const row of readReadings(`${DATA}/han-river-2022-08/readings.csv.gz`)) {
    if (!("at" in row) || row.device !== "jamsu" || row.stream !== "water-level") continue;
    if (row.value >= level && !over) found.push({ at: row.at, value: row.value });
    over = row.value >= level;
  }
  return found;
}

describe.skipIf(notPlayed("han-river-2022-08"))("the flood of August 2022 at Jamsu bridge", () => {
  let played: ExerciseResult;
  beforeAll(async () => {
    played = await playRecording("han-river-2022-08");
  }, 300_000);

  test("every row of the recording is accepted", () => {
    expect(played.tally).toMatchObject({ rows: 23_760, accepted: 23_760, duplicates: 0, unanswered: 0 });
  });

  test.each(levels)(
    "%s: one alert for each of %i crossings of %f m, at its first reading",
    async (ruleId, count, level) => {
      const raised = played.alerts.filter((a) => a.ruleId === ruleId && a.deviceId === "jamsu");
      expect(raised.map((a) => ({ at: a.raisedAt, value: a.value }))).toEqual(await crossings(level));
      expect(raised).toHaveLength(count);
      expect(raised.every((a) => a.clearedAt !== null && a.clearedAt > a.raisedAt)).toBe(true);
    },
  );

  test("no gauge is called silent: the recording has no hole that long", () => {
    expect(played.alerts.filter((a) => a.hazard === "equipment")).toEqual([]);
  });
});
