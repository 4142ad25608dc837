import { z } from "zod";
import { Id } from "../common";
import { Incident } from "../incident";
import { Procedures } from "../procedure";
import { defineRoutes } from "../route";

/** Standard procedures: what is to be done about a hazard, and what of it is done in an incident. */
export const procedureRoutes = defineRoutes({
  getProcedures: {
    method: "get",
    path: "/procedures",
    permission: "incidents.read",
    summary: "What is to be done, by hazard and level",
    answer: Procedures,
  },
  putProcedures: {
    method: "put",
    path: "/procedures",
    permission: "admin",
    summary: "Change what is to be done; refused where it is not as `before` any more",
    body: z.object({ before: Procedures, procedures: Procedures }),
    answer: Procedures,
  },
  tickStep: {
    method: "post",
    path: "/incidents/{id}/steps/{stepId}",
    permission: "incidents.handle",
    summary: "Tick a step of the incident's procedure, or take the tick back",
    params: z.object({ id: Id, stepId: Id }),
    body: z.object({ done: z.boolean() }),
    answer: Incident,
  },
});
