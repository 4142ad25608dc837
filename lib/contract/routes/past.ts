import { z } from "zod";
import { PastChanges, PastCity } from "../past";
import { IncidentReport } from "../report";
import { defineRoutes } from "../route";
import { byId, when } from "./parts";

/** The city as it was, from what is stored. */
export const pastRoutes = defineRoutes({
  getCityAt: {
    method: "get",
    path: "/city/at",
    permission: "city.read",
    summary: "The whole city at a past moment `t` (UTC ms), as the screens showed it then",
    query: z.object({ t: when }),
    answer: PastCity,
  },
  getCityChanges: {
    method: "get",
    path: "/city/changes",
    permission: "city.read",
    summary: "What changed after `from` and up to `to` (UTC ms), in steps of `stepMs`: for playing the past",
    query: z.object({ from: when, to: when, stepMs: z.coerce.number().int().min(100) }),
    answer: PastChanges,
  },
  getIncidentReport: {
    method: "get",
    path: "/incidents/{id}/report",
    permission: "city.read",
    summary: "Everything that is stored of an incident, for the report after it",
    params: byId,
    answer: IncidentReport,
  },
});
