import { z } from "zod";
import { Agency } from "./agency";
import { Alert } from "./alert";
import { Lat, Lon, Ms, Words } from "./common";
import { Incident, Unit } from "./incident";
import { StreamInfo } from "./kind";
import { Level } from "./level";
import { SeriesPoint } from "./reading";

/** The readings about an alert: from an hour before it was raised to an hour after it ended, or to when the report was made. */
export const ReportChart = z.object({
  alertId: z.string(),
  stream: StreamInfo,
  from: Ms,
  to: Ms,
  points: z.array(SeriesPoint),
  /** What the rule version that raised it calls a level; empty where it measures something else than the value. */
  bars: z.array(z.object({ level: Level, value: z.number() })),
});
export type ReportChart = z.infer<typeof ReportChart>;

/** What was sent out of the house, to whom, and whether it arrived. Delivered ones are kept for some days only. */
export const ReportNotice = z.object({
  seq: z.number().int(),
  kind: z.string(),
  subject: z.string(),
  receiver: z.string().describe("agency:ID or device:ID"),
  at: Ms,
  state: z.enum(["pending", "delivered", "dead"]),
  attempts: z.number().int(),
  deliveredAt: Ms.nullable().describe("wall clock"),
  lastError: z.string().nullable(),
});
export type ReportNotice = z.infer<typeof ReportNotice>;

/** Somebody's act in the record that concerns the incident, its alerts or its requests. */
export const ReportAct = z.object({
  id: z.number().int(),
  at: Ms,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
});

/** Everything that is stored of an incident, for the report after it. */
export const IncidentReport = z.object({
  madeAt: Ms,
  incident: Incident,
  alerts: z.array(Alert),
  charts: z.array(ReportChart),
  notices: z.array(ReportNotice),
  acts: z.array(ReportAct),
  agencies: z.array(Agency),
  units: z.array(Unit),
  /** Devices near the place, and those that raised an alert. */
  places: z.array(z.object({ id: z.string(), name: z.string(), label: Words, lat: Lat, lon: Lon })),
});
export type IncidentReport = z.infer<typeof IncidentReport>;
