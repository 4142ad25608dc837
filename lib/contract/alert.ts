import { z } from "zod";
import { Lat, Lon, Ms, Words } from "./common";
import { Escalation } from "./escalation";
import { AlertFinding } from "./finding";
import { AlertForecast } from "./forecast";
import { Hazard, Level } from "./level";

export const AlertState = z.enum(["raised", "acknowledged", "cleared"]);
export type AlertState = z.infer<typeof AlertState>;

/** A change of an alert's level: when (event time), from what to what, and the value that made it so. */
export const LevelChange = z.object({ at: Ms, from: Level, level: Level, value: z.number() });
export type LevelChange = z.infer<typeof LevelChange>;

/** A person confirmed it with evidence, or found that it was not so. */
export const AlertFound = z.object({
  what: AlertFinding,
  at: Ms,
  by: z.string(),
  note: z.string().nullable(),
});

/** What a rule raises and clears, each once; of a rule with several levels it rises and falls between. Times `raisedAt` and `clearedAt` are event time, `recordedAt` is the city's clock. */
export const Alert = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  ruleName: Words,
  deviceId: z.string(),
  deviceName: z.string(),
  kind: z.string(),
  zone: z.string(),
  zoneWide: z.boolean().optional().describe("the zone is judged as a whole; the device is the one that made it so"),
  lat: Lat,
  lon: Lon,
  stream: z.string(),
  hazard: Hazard,
  level: Level,
  state: AlertState,
  raisedAt: Ms,
  recordedAt: Ms,
  value: z.number(),
  levels: z.array(LevelChange).optional().describe("each change of the level after it was raised, oldest first"),
  forecast: AlertForecast.optional().describe("a forecast: what it tells of is expected and has not come"),
  clearedAt: Ms.nullable(),
  clearedValue: z.number().nullable(),
  acknowledgedAt: Ms.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  published: z.boolean(),
  groupId: z.string().describe("the first alert of those that belong together; its own id where it stands alone"),
  escalations: z.array(Escalation).optional().describe("what was done because nobody acknowledged it, oldest first"),
  incidentId: z.string().nullable(),
  finding: AlertFound.optional().describe("what a person found at the place"),
});
export type Alert = z.infer<typeof Alert>;
