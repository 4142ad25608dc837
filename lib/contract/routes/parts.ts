import { z } from "zod";
import { Id } from "../common";

/** One thing, by its id. */
export const byId = z.object({ id: Id });
/** Done, and there is nothing to show. */
export const ok = z.object({ ok: z.literal(true) });
/** UTC milliseconds in a query. */
export const when = z.coerce.number().int();
