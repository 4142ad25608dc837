import { z } from "zod";
import { Lat, Lon, Ms, Words } from "./common";
import { Hazard, Level } from "./level";

export const AlertState = z.enum(["raised", "acknowledged", "cleared"]);
export type AlertState = z.infer<typeof AlertState>;

/** What a rule raises and clears, each once. Times `raisedAt` and `clearedAt` are event time, `recordedAt` is the city's clock. */
export const Alert = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  ruleName: Words,
  deviceId: z.string(),
  deviceName: z.string(),
  kind: z.string(),
  zone: z.string(),
  lat: Lat,
  lon: Lon,
  stream: z.string(),
  hazard: Hazard,
  level: Level,
  state: AlertState,
  raisedAt: Ms,
  recordedAt: Ms,
  value: z.number(),
  clearedAt: Ms.nullable(),
  clearedValue: z.number().nullable(),
  acknowledgedAt: Ms.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  published: z.boolean(),
  incidentId: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;
