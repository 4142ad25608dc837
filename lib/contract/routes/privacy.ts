import { z } from "zod";
import { KeyCount, Month, MonthCount, PrivacyContact, Transparency, ViewEntry, ViewQuery, ViewSide } from "../privacy";
import { defineRoutes } from "../route";

/** Who looked at which camera and why: for the privacy officer, and in totals for everybody. As a table: GET /privacy/camera-views.csv. */
export const privacyRoutes = defineRoutes({
  getTransparency: {
    method: "get",
    path: "/public/transparency",
    permission: "public",
    summary: "What the city watches and why, and how often it looked through cameras",
    answer: Transparency,
  },
  listCameraViews: {
    method: "get",
    path: "/privacy/camera-views",
    permission: "admin",
    summary:
      "Views through cameras and refused tries as the record tells them, newest first; `next` asks for the page after",
    query: ViewQuery.extend({
      next: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ views: z.array(ViewEntry), next: z.string().nullable() }),
  },
  listViewMonths: {
    method: "get",
    path: "/privacy/months",
    permission: "admin",
    summary: "Months in which somebody looked, or tried to, newest first",
    answer: z.object({ months: z.array(MonthCount) }),
  },
  getViewTotals: {
    method: "get",
    path: "/privacy/months/{month}/totals/{side}",
    permission: "admin",
    summary: "A month's views by camera, person, agency, purpose or incident: the 200 with the most",
    params: z.object({ month: Month, side: ViewSide }),
    answer: z.object({ totals: z.array(KeyCount), more: z.boolean() }),
  },
  getPrivacyContact: {
    method: "get",
    path: "/privacy/contact",
    permission: "admin",
    summary: "Whom citizens ask about pictures of themselves",
    answer: z.object({ contact: PrivacyContact.nullable() }),
  },
  putPrivacyContact: {
    method: "put",
    path: "/privacy/contact",
    permission: "admin",
    summary: "Say whom citizens ask about pictures of themselves",
    body: PrivacyContact,
    answer: z.object({ contact: PrivacyContact.nullable() }),
  },
});
