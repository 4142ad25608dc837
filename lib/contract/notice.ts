import { z } from "zod";
import { Alert } from "./alert";
import { Ms } from "./common";
import { ResponseStep } from "./deadline";
import { Assignment, type AssignmentState, Incident, MessageDetail } from "./incident";

/** What somebody outside needs to know of an incident to go there. Who else goes: GET /incidents/{id}. */
export const IncidentBrief = Incident.omit({
  alertIds: true,
  assignments: true,
  timeline: true,
  linkedIds: true,
  files: true,
});
const AssignmentNews = z.object({ assignment: Assignment, incident: IncidentBrief });
const Message = MessageDetail.extend({ at: Ms, actor: z.string(), incident: IncidentBrief });

/** What each kind of notice carries. A new kind is one line here: enqueue, webhooks, the admin's page and OpenAPI follow. */
export const noticeData = {
  "assignment.requested": AssignmentNews,
  "assignment.accepted": AssignmentNews,
  "assignment.refused": AssignmentNews,
  "assignment.en_route": AssignmentNews,
  "assignment.arrived": AssignmentNews,
  "assignment.cleared": AssignmentNews,
  "assignment.cancelled": AssignmentNews,
  /** A step did not come by its deadline; again at each reminder. */
  "assignment.overdue": AssignmentNews.extend({ step: ResponseStep, dueAt: Ms }),
  "incident.message": Message,
  "incident.opened": IncidentBrief,
  "incident.closed": IncidentBrief,
  "alert.raised": Alert,
  /** At another level than before. */
  "alert.changed": Alert,
  "alert.acknowledged": Alert,
  /** Nobody has acknowledged it in time. */
  "alert.escalated": Alert,
  "alert.cleared": Alert,
} as const;

export type NoticeKind = keyof typeof noticeData;
export const noticeKinds = Object.keys(noticeData) as [NoticeKind, ...NoticeKind[]];
export const NoticeKind = z.enum(noticeKinds);

/** Something that happened and is told outside. `at` is the city's clock, `to` one agency or (null) all that asked for the kind. */
export type Notice = {
  [K in NoticeKind]: {
    id: string;
    kind: K;
    /** `noun:id`. */
    subject: string;
    at: number;
    to: string | null;
    data: z.output<(typeof noticeData)[K]>;
  };
}[NoticeKind];

type StateKind = Exclude<Extract<NoticeKind, `assignment.${string}`>, "assignment.overdue">;

/** The kind that tells where an assignment came to. Standard Webhooks writes no hyphen. */
export function assignmentKind(state: AssignmentState): StateKind {
  return state === "en-route" ? "assignment.en_route" : `assignment.${state}`;
}

/** Whether it is real; CAP's word. `Test` is what the admin's button sends, and what a demo says. */
export const NoticeStatus = z.enum(["Actual", "Exercise", "Test"]);
export type NoticeStatus = z.infer<typeof NoticeStatus>;

/** The body of a webhook, for OpenAPI. */
export function webhookBody(kind: NoticeKind) {
  return z.object({
    type: z.literal(kind),
    timestamp: z.iso.datetime().describe("when it happened, by the city's clock"),
    status: NoticeStatus,
    data: noticeData[kind],
  });
}

/** http or https, without a name and password in it. */
export const WebhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => !URL.canParse(text) || new URL(text).username === "", "no user name in the address");

export const WebhookBody = z.object({ url: WebhookUrl, events: z.array(NoticeKind).min(1).max(noticeKinds.length) });

/** How the line to a receiver stands: closed lets through, open waits after failures, half-open tries one. */
export const Circuit = z.enum(["closed", "half-open", "open"]);
export type Circuit = z.infer<typeof Circuit>;

/** A webhook as the admin sees it: never its secret. Times are the wall's clock. */
export const WebhookState = z.object({
  agencyId: z.string(),
  url: z.string(),
  events: z.array(NoticeKind),
  oldSecretUntil: Ms.nullable(),
  circuit: Circuit,
  /** Notices that wait, and notices that were given up. */
  queue: z.number().int(),
  dead: z.number().int(),
  lastDeliveredAt: Ms.nullable(),
  lastFailedAt: Ms.nullable(),
  lastError: z.string().nullable(),
  nextAttemptAt: Ms.nullable(),
});
export type WebhookState = z.infer<typeof WebhookState>;

/** Shown once. */
export const WebhookSecret = z.object({ agencyId: z.string(), secret: z.string() });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

/** One try, as the admin's test button tells it. */
export const WebhookTest = z.object({
  ok: z.boolean(),
  tookMs: z.number(),
  error: z.string().nullable(),
});
export type WebhookTest = z.infer<typeof WebhookTest>;

/** A notice that was given up. */
export const DeadNotice = z.object({
  seq: z.number().int(),
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  agencyId: z.string(),
  at: Ms,
  attempts: z.number().int(),
  lastError: z.string().nullable(),
});
export type DeadNotice = z.infer<typeof DeadNotice>;
