import type { Context } from "hono";
import { z } from "zod";
import type { Route } from "../contract/route";
import type { answering } from "./answer";
import type { ApiContext } from "./context";

/** Beside the contract's table, since its answer is text: Prometheus reads it with a token of the role `monitor`. */
const METRICS: Route = {
  method: "get",
  path: "/metrics",
  permission: "metrics.read",
  summary: "Metrics in Prometheus' text format",
  answer: z.string(),
};

/** GET /api/metrics: not public, since it tells how much the city can take; and not by address, since a proxy stands on this host too. */
export function answerMetrics({ metrics }: ApiContext, answer: ReturnType<typeof answering>) {
  return async (c: Context): Promise<Response> => {
    const said = (await answer(c, METRICS, async () => ({ text: await metrics.text() }))) as { text: string };
    return c.body(said.text, 200, { "content-type": metrics.contentType });
  };
}
