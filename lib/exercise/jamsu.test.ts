import { beforeAll, describe, expect, test } from "vitest";
import { chanceWithin } from "../analyze/forecast/crossing";
import { decide, type ForecastMemory, firstMemory } from "../analyze/forecast/decide";
import { expectModel } from "../analyze/forecast/expect";
import { recorded } from "../evaluate/forecast/unseen";
import { shippedModel } from "../training/shipped";
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

/** What the shipped model foretells of a level, computed from the file: how each forecast ended, when it was raised, and when it ended. */
async function foretold(level: number): Promise<string[]> {
  const streams = await recorded(`${DATA}/han-river-2022-08/readings.csv.gz`);
  const expectAt = expectModel(shippedModel(), streams);
  const jamsu = streams.get("jamsu/water-level");
  const said: string[] = [];
  let memory: ForecastMemory = firstMemory;
  for (let i = 0; i < (jamsu?.length ?? 0); i++) {
    const at = jamsu?.timeAt(i) ?? 0;
    const expected = expectAt(at);
    if (!expected) continue;
    const { outlook, operating } = expected;
    const chance = chanceWithin(outlook, level, operating.horizonMs);
    const decided = decide(operating, memory, { at, over: outlook.value >= level, chance });
    memory = decided.memory;
    const { word } = decided;
    if (word?.type === "fulfil") said.push(`fulfilled ${word.since} ${at}`);
    if (word?.type === "lapse") said.push(`lapsed ${word.since} ${at}`);
  }
  return said;
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
      const raised = played.alerts.filter((a) => a.ruleId === ruleId && a.deviceId === "jamsu" && !a.forecast);
      expect(raised.map((a) => ({ at: a.raisedAt, value: a.value }))).toEqual(await crossings(level));
      expect(raised).toHaveLength(count);
      expect(raised.every((a) => a.clearedAt !== null && a.clearedAt > a.raisedAt)).toBe(true);
    },
  );

  test.each(levels)(
    "%s: each forecast is the one that the pure functions give of the file",
    async (ruleId, _count, level) => {
      const told = played.alerts.filter((a) => a.ruleId === ruleId && a.forecast);
      const line = (type: string, at: number, end: number | null) => `${type} ${at} ${end}`;
      expect(told.map((a) => line(a.forecast?.end ?? "stands", a.raisedAt, a.clearedAt))).toEqual(
        await foretold(level),
      );
      expect(told.length).toBeGreaterThan(0);
      expect(told.every((a) => !a.published && a.forecast?.by.id === "jamsu")).toBe(true);
      for (const { forecast } of told.filter((a) => a.forecast?.end === "fulfilled"))
        expect(played.alerts.find((a) => a.id === forecast?.alertId)).toMatchObject({
          ruleId,
          value: expect.any(Number),
        });
    },
  );

  test("no gauge is called silent: the recording has no hole that long", () => {
    expect(played.alerts.filter((a) => a.hazard === "equipment")).toEqual([]);
  });
});
