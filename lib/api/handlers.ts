import type { z } from "zod";
import type { RouteName, Routes } from "../contract/routes";
import type { Actor } from "../guard/actor";
import { alertHandlers } from "./alerts";
import { assignmentHandlers } from "./assignments";
import { cityHandlers } from "./city";
import type { ApiContext } from "./context";
import { deviceHandlers } from "./devices";
import { incidentHandlers } from "./incidents";
import { peopleHandlers } from "./people";
import { ruleHandlers } from "./rules";
import { zoneHandlers } from "./zones";

type Of<N extends RouteName, K extends string> = Routes[N] extends { [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** What a handler is given: parsed, and asked by somebody who may. */
export type Asked<N extends RouteName> = {
  params: Of<N, "params">;
  query: Of<N, "query">;
  body: Of<N, "body">;
  actor: Actor;
};
export type Handlers = { [N in RouteName]: (asked: Asked<N>) => Promise<z.input<Routes[N]["answer"]>> };

/** A handler for every route of the contract: one that is missing does not compile. */
export function handlersOf(context: ApiContext): Handlers {
  return {
    ...cityHandlers(context),
    ...deviceHandlers(context),
    ...zoneHandlers(context),
    ...ruleHandlers(context),
    ...alertHandlers(context),
    ...incidentHandlers(context),
    ...assignmentHandlers(context),
    ...peopleHandlers(context),
  };
}
