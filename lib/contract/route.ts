import type { z } from "zod";

/** Who may call a route: decided by lib/guard. "public" asks for no sign-in. */
export type Permission =
  | "public"
  | "self"
  | "city.read"
  | "alerts.handle"
  | "incidents.read"
  | "incidents.handle"
  | "assignments.answer"
  | "cameras.view"
  | "metrics.read"
  | "admin";

/** One line of the HTTP contract. Paths are below /api/v1, parameters in braces. */
export type Route = {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: string;
  permission: Permission;
  summary: string;
  params?: z.ZodType<Record<string, string>>;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
};

export function defineRoutes<const T extends Record<string, Route>>(routes: T): T {
  return routes;
}
