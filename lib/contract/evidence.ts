import { z } from "zod";
import { Ms } from "./common";
import { LinkState } from "./device";
import { Forecast, ForecastScore } from "./forecast";
import { Rule } from "./rule";

/** Readings of one stream that an alert rests on, oldest first: times in UTC ms, values in the stream's unit. */
export const EvidenceStream = z.object({
  deviceId: z.string(),
  stream: z.string(),
  kind: z.string(),
  at: z.array(Ms),
  value: z.array(z.number()),
});
export type EvidenceStream = z.infer<typeof EvidenceStream>;

/** Why an alert is to be believed, or not. */
export const TrustReason = z.object({
  code: z.enum([
    "agrees-same-kind",
    "agrees-other-kind",
    "neighbours-calm",
    "alone",
    "class-high",
    "class-low",
    "battery-low",
    "link-poor",
    "data-old",
    "confirmed",
    "false",
  ]),
  /** How many devices, percent of battery, or minutes. */
  n: z.number().optional(),
});
export type TrustReason = z.infer<typeof TrustReason>;
export const Trust = z.object({
  level: z.enum(["high", "medium", "low"]),
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(TrustReason),
});
export type Trust = z.infer<typeof Trust>;

export const Evidence = z.object({
  alertId: z.string(),
  /** The version that raised it. */
  rule: Rule,
  collectedAt: Ms,
  streams: z.array(EvidenceStream),
  /** Of a forecast alert: what was expected when it was raised. */
  forecast: Forecast.optional(),
  /** False where there were more readings or streams than are kept. */
  complete: z.boolean(),
  /** The device as it was when the evidence was taken. */
  device: z.object({
    class: z.number().int(),
    battery: z.number().nullable(),
    link: LinkState,
    /** From the reading's event time to the city's record of the alert, ms. */
    lateMs: z.number(),
  }),
});
export type Evidence = z.infer<typeof Evidence>;

/** The nearest camera that speaks: where somebody can look. */
export const NearestCamera = z.object({ deviceId: z.string(), name: z.string(), metres: z.number() });

export const AlertAccount = z.object({
  /** Null in the second before it is taken. */
  evidence: Evidence.nullable(),
  /** As it stands now. */
  trust: Trust,
  camera: NearestCamera.nullable(),
  /** What the stored readings and the rule version say when they are judged again; null where that cannot be asked. */
  replay: z.object({ equal: z.boolean(), raisedAt: Ms.nullable(), level: z.number().nullable() }).nullable(),
  /** What is expected of its stream from now on; null where nobody can say, or the alert is over. */
  next: Forecast.nullable(),
  /** Of a forecast alert: how often who forecast it was right about this level. */
  forecaster: z
    .object({
      id: z.string(),
      trained: ForecastScore.nullable().describe("on history that it had not learnt from"),
      served: ForecastScore.nullable().describe("in this city"),
    })
    .nullable(),
});
export type AlertAccount = z.infer<typeof AlertAccount>;

/** How often people found a rule's alerts true, of those that somebody looked at. */
export const RuleScore = z.object({ confirmed: z.number().int(), false: z.number().int(), raised: z.number().int() });
export type RuleScore = z.infer<typeof RuleScore>;
