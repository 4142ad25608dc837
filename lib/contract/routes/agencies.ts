import { z } from "zod";
import { Slug } from "../common";
import { Agency } from "../incident";
import { DeadNotice, WebhookBody, WebhookSecret, WebhookState, WebhookTest } from "../notice";
import { defineRoutes } from "../route";
import { byId, ok, when } from "./parts";

const AgencyBody = z.object({
  name: z.object({ ko: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
  phone: z.string().trim().max(40).default(""),
});
export const NewAgency = AgencyBody.extend({ id: Slug });
export type NewAgency = z.infer<typeof NewAgency>;

/** Agencies as data, and the webhooks of those without our panel. */
export const agencyRoutes = defineRoutes({
  addAgency: {
    method: "post",
    path: "/agencies",
    permission: "admin",
    summary: "Add an agency",
    body: NewAgency,
    answer: Agency,
  },
  changeAgency: {
    method: "put",
    path: "/agencies/{id}",
    permission: "admin",
    summary: "Change an agency's names and phone",
    params: byId,
    body: AgencyBody,
    answer: Agency,
  },
  listWebhooks: {
    method: "get",
    path: "/webhooks",
    permission: "admin",
    summary: "Webhooks and how their receivers do",
    answer: z.object({
      /** How far notices go: `network`, `loopback` (a demo or an exercise that was told so) or `none`. */
      reach: z.enum(["network", "loopback", "none"]),
      webhooks: z.array(WebhookState),
    }),
  },
  putWebhook: {
    method: "put",
    path: "/agencies/{id}/webhook",
    permission: "admin",
    summary: "Set where an agency is told and of what; the first time its secret is shown, once",
    params: byId,
    body: WebhookBody,
    answer: z.object({ secret: z.string().nullable() }),
  },
  deleteWebhook: {
    method: "delete",
    path: "/agencies/{id}/webhook",
    permission: "admin",
    summary: "Tell this agency nothing any more; what waits for it is given up",
    params: byId,
    answer: ok,
  },
  rotateWebhookSecret: {
    method: "post",
    path: "/agencies/{id}/webhook/rotate-secret",
    permission: "admin",
    summary: "A new secret, shown once; the old one signs too for a day",
    params: byId,
    answer: WebhookSecret,
  },
  testWebhook: {
    method: "post",
    path: "/agencies/{id}/webhook/test",
    permission: "admin",
    summary: "Send a `webhook.test` now; where it arrives, what waits is tried at once",
    params: byId,
    answer: WebhookTest,
  },
  sendAllAgain: {
    method: "post",
    path: "/agencies/{id}/webhook/send-again",
    permission: "admin",
    summary: "Let everything that was given up for this agency wait again",
    params: byId,
    answer: z.object({ count: z.number().int() }),
  },
  listDeadNotices: {
    method: "get",
    path: "/notices/dead",
    permission: "admin",
    summary: "Notices that were given up, newest first",
    query: z.object({ before: when.optional(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    answer: z.object({ notices: z.array(DeadNotice), more: z.boolean() }),
  },
  sendNoticeAgain: {
    method: "post",
    path: "/notices/{seq}/send-again",
    permission: "admin",
    summary: "Let a notice that was given up wait again, in its old place",
    params: z.object({ seq: z.string().regex(/^\d{1,15}$/, "a notice's number") }),
    answer: ok,
  },
});
