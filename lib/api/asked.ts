import type { z } from "zod";
import type { RouteName, Routes } from "../contract/routes";
import type { Actor } from "../guard/actor";

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
