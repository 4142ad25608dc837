import { describe, expect, test } from "vitest";
import { DATA, recordingAbsent, runRecording } from "./recorded";
import { readReadings } from "./recording";

const LEVELS = { "jamsu-pedestrians": 5.5, "jamsu-vehicles": 6.2, "jamsu-deck": 6.5 } as const;
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

describe.skipIf(recordingAbsent("han-river-2022-08"))("the flood of August 2022 at Jamsu bridge", () => {
  test("every crossing of 5.5, 6.2 and 6.5 m is one alert, at the time of its first reading", {
    timeout: 300_000,
  }, async () => {
    const { tally, alerts } = await runRecording("han-river-2022-08");
    expect(tally).toMatchObject({ rows: 23_760, accepted: 23_760, duplicates: 0, unanswered: 0 });
    const counts: number[] = [];
    for (const [ruleId, level] of Object.entries(LEVELS)) {
      const expected = await crossings(level);
      const raised = alerts.filter((a) => a.ruleId === ruleId && a.deviceId === "jamsu");
      expect(raised.map((a) => ({ at: a.raisedAt, value: a.value }))).toEqual(expected);
      expect(raised.every((a) => a.clearedAt !== null)).toBe(true);
      counts.push(raised.length);
    }
    expect(counts).toEqual([7, 4, 5]);
  });

  test("no gauge is called silent: the recording has no hole that long", { timeout: 300_000 }, async () => {
    const { alerts } = await runRecording("han-river-2022-08");
    expect(alerts.filter((a) => a.hazard === "equipment")).toEqual([]);
  });
});
