import { z } from "zod";
import { Alert, AlertState } from "../alert";
import { AlertGroup } from "../alert-group";
import { Id, Slug, Text } from "../common";
import { EscalationPolicy } from "../escalation";
import { AlertAccount, RuleScore } from "../evidence";
import { AlertFinding } from "../finding";
import { defineRoutes } from "../route";
import { Rule, RuleBody } from "../rule";
import { byId, when } from "./parts";

/** Rules, and the alerts that they raise. */
export const alertRoutes = defineRoutes({
  listRules: {
    method: "get",
    path: "/rules",
    permission: "city.read",
    summary: "Rules in force",
    answer: z.object({ rules: z.array(Rule) }),
  },
  listRuleVersions: {
    method: "get",
    path: "/rules/{id}/versions",
    permission: "city.read",
    summary: "Every version of a rule, newest first",
    params: byId,
    answer: z.object({ versions: z.array(Rule) }),
  },
  addRule: {
    method: "post",
    path: "/rules",
    permission: "admin",
    summary: "Add a rule",
    body: z.object({ id: Slug, rule: RuleBody }),
    answer: Rule,
  },
  changeRule: {
    method: "put",
    path: "/rules/{id}",
    permission: "admin",
    summary: "A new version of a rule; refused with conflict if `version` is not the newest",
    params: byId,
    body: z.object({ version: z.number().int(), rule: RuleBody }),
    answer: Rule,
  },
  listAlerts: {
    method: "get",
    path: "/alerts",
    permission: "incidents.read",
    summary: "Alerts, newest first; an agency gets those of its own incidents",
    query: z.object({
      state: AlertState.optional(),
      device: z.string().optional(),
      before: when.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answer: z.object({ alerts: z.array(Alert) }),
  },
  acknowledgeAlert: {
    method: "post",
    path: "/alerts/{id}/acknowledge",
    permission: "alerts.handle",
    summary: "Somebody has seen it",
    params: byId,
    body: z.object({ note: Text.optional() }),
    answer: Alert,
  },
  listAlertGroups: {
    method: "get",
    path: "/alert-groups",
    permission: "city.read",
    summary: "What stands, put together by hazard, place and time: proposals for incidents, the worst first",
    answer: z.object({ groups: z.array(AlertGroup) }),
  },
  groupAlert: {
    method: "post",
    path: "/alerts/{id}/group",
    permission: "alerts.handle",
    summary: "Put it to the alerts that it belongs to, or (its own id) let it stand alone",
    params: byId,
    body: z.object({ groupId: Id }),
    answer: Alert,
  },
  getEscalationPolicy: {
    method: "get",
    path: "/escalation",
    permission: "city.read",
    summary: "What happens when nobody acknowledges an alert, by level",
    answer: EscalationPolicy,
  },
  putEscalationPolicy: {
    method: "put",
    path: "/escalation",
    permission: "admin",
    summary: "Change what happens when nobody acknowledges an alert",
    body: z.object({ before: EscalationPolicy, policy: EscalationPolicy }),
    answer: EscalationPolicy,
  },
  getAlertAccount: {
    method: "get",
    path: "/alerts/{id}/evidence",
    permission: "city.read",
    summary: "Why it was raised, how sure it is, and what its readings say when they are judged again",
    params: byId,
    answer: AlertAccount,
  },
  findAlert: {
    method: "post",
    path: "/alerts/{id}/finding",
    permission: "alerts.handle",
    summary: "Somebody has looked: the danger is there, or it is not",
    params: byId,
    body: z.object({ finding: AlertFinding, note: Text.optional() }),
    answer: Alert,
  },
  getRuleScore: {
    method: "get",
    path: "/rules/{id}/score",
    permission: "city.read",
    summary: "How often people found a rule's alerts true",
    params: byId,
    answer: RuleScore,
  },
  publishAlert: {
    method: "post",
    path: "/alerts/{id}/publish",
    permission: "alerts.handle",
    summary: "Show it to citizens, or take it back",
    params: byId,
    body: z.object({ published: z.boolean() }),
    answer: Alert,
  },
});
