import { z } from "zod";
import { Id, Text } from "../common";
import { Incident } from "../incident";
import { defineRoutes } from "../route";
import { byId } from "./parts";

/** Both incidents that a verb changed, as they are now. */
const both = z.object({ incident: Incident, other: Incident });

/** What belongs together and what does not: merging, splitting and linking incidents. */
export const joiningRoutes = defineRoutes({
  mergeIncident: {
    method: "post",
    path: "/incidents/{id}/merge",
    permission: "incidents.handle",
    summary: "Move all alerts and requests into another open incident, and close this one; `other` took them",
    params: byId,
    body: z.object({ into: Id, cause: Text.optional() }),
    answer: both,
  },
  splitIncident: {
    method: "post",
    path: "/incidents/{id}/split",
    permission: "incidents.handle",
    summary: "Move some alerts and requests into a new incident, which is `other`; at least one alert stays",
    params: byId,
    body: z.object({
      alertIds: z.array(Id).min(1).max(1000),
      assignmentIds: z.array(Id).max(200).default([]),
      title: Text.max(200).optional(),
    }),
    answer: both,
  },
  linkIncident: {
    method: "post",
    path: "/incidents/{id}/links",
    permission: "incidents.handle",
    summary: "Say that another incident has to do with this one",
    params: byId,
    body: z.object({ to: Id }),
    answer: both,
  },
  unlinkIncident: {
    method: "delete",
    path: "/incidents/{id}/links/{to}",
    permission: "incidents.handle",
    summary: "Take a link back",
    params: z.object({ id: Id, to: Id }),
    answer: both,
  },
});
