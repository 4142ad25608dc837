import { z } from "zod";
import { AuditRow, NewPerson, Person, PersonChange } from "../people";
import { defineRoutes } from "../route";
import { byId, when } from "./parts";

/** People, and the record of who did what. */
export const peopleRoutes = defineRoutes({
  listPeople: {
    method: "get",
    path: "/people",
    permission: "admin",
    summary: "People and their roles",
    answer: z.object({ people: z.array(Person) }),
  },
  addPerson: {
    method: "post",
    path: "/people",
    permission: "admin",
    summary: "Add a person",
    body: NewPerson,
    answer: Person,
  },
  changePerson: {
    method: "patch",
    path: "/people/{id}",
    permission: "admin",
    summary: "Change a role, or disable a log-in and end its sessions",
    params: byId,
    body: PersonChange,
    answer: Person,
  },
  listAudit: {
    method: "get",
    path: "/audit",
    permission: "admin",
    summary: "Who did what, newest first",
    query: z.object({
      before: when.optional(),
      subject: z.string().optional(),
      actor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ rows: z.array(AuditRow), more: z.boolean() }),
  },
});
