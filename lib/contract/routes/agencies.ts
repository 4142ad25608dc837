import { z } from "zod";
import { Agency, AgencyBody, AgencyChoice, NewAgency } from "../agency";
import { Id, Lat, Lon, Slug } from "../common";
import { Unit } from "../incident";
import { DeadNotice, WebhookBody, WebhookSecret, WebhookState, WebhookTest } from "../notice";
import { defineRoutes } from "../route";
import { byId, ok, when } from "./parts";

export const UnitBody = z.object({
  agencyId: Id,
  stationId: Id.nullable().default(null),
  name: z.object({ ko: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
  type: Slug,
  lat: Lat,
  lon: Lon,
});

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
    summary: "Change an agency: names, phone, area, what it is for, its codes",
    params: byId,
    body: AgencyBody,
    answer: Agency,
  },
  listAgencyChoices: {
    method: "get",
    path: "/incidents/{id}/agencies",
    permission: "incidents.handle",
    summary: "Agencies in the order to ask them to this hazard and place, each with its code for the level and why",
    params: byId,
    answer: z.object({ choices: z.array(AgencyChoice) }),
  },
  putUnit: {
    method: "put",
    path: "/units/{id}",
    permission: "admin",
    summary: "Add a unit where it stands, or change its names and type; a device of the kind `unit` moves it",
    params: z.object({ id: Slug }),
    body: UnitBody,
    answer: Unit,
  },
  deleteUnit: {
    method: "delete",
    path: "/units/{id}",
    permission: "admin",
    summary: "Delete a unit that is on no request",
    params: byId,
    answer: ok,
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
