import type { Context } from "hono";
import { MINUTE } from "../base/clock";
import { Failure } from "../base/failure";
import type { Route } from "../contract/route";
import { type Actor, actorName } from "../guard/actor";
import { may } from "../guard/may";
import { RateLimit } from "../guard/rate-limit";
import { bytesOf } from "./body";
import { clientAddress } from "./client-address";
import type { ApiContext } from "./context";
import { sameOrigin } from "./same-origin";

/** Calls a minute: a person's or token's own, and of one address where nobody is signed in. */
const CALLS_A_MINUTE = { known: 1800, anonymous: 300 };

/** Any of the typed handlers, as the table walk sees them: what it is given has been parsed by the same route's schemas. */
type AnyHandler = (asked: never) => Promise<unknown>;

/** How every route is answered: who asks, how often, may they, from where, is it well formed; then its verb. */
export function answering(context: ApiContext) {
  const known = new RateLimit(CALLS_A_MINUTE.known, MINUTE);
  const strangers = new RateLimit(CALLS_A_MINUTE.anonymous, MINUTE);
  return async (c: Context, route: Route, handler: AnyHandler): Promise<object> => {
    const actor = await context.identify(c.req.raw.headers);
    limit(c, actor);
    permit(actor, route);
    if (route.method !== "get" && actor.type === "person") sameOrigin(c.req.raw.headers);
    const params = parse(route.params, c.req.param());
    const query = parse(route.query, c.req.query());
    const body = route.body && parse(route.body, await json(c));
    return (await handler({ params, query, body, actor } as never)) as object;
  };

  function limit(c: Context, actor: Actor): void {
    const now = Date.now();
    const { address, ownPages } = clientAddress(c, context.behindProxy);
    if (actor.type !== "anonymous") known.take(actorName(actor), now);
    else if (!ownPages) strangers.take(address, now);
  }
}

function permit(actor: Actor, { permission }: Route): void {
  if (may(actor, permission)) return;
  if (actor.type === "anonymous") throw new Failure("unauthorized", "Sign in, or send a token, and try again.");
  throw new Failure("forbidden", "Your role may not do this. Ask the city's admin.");
}

function parse(schema: Route["body"], value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((i) => ({ path: i.path.join("."), message: i.message }));
  const faults = fields.map((f) => (f.path ? `${f.path}: ${f.message}` : f.message)).join("; ");
  throw new Failure("invalid", `Correct this and send it again: ${faults}.`, { fields });
}

async function json(c: Context): Promise<unknown> {
  const text = new TextDecoder().decode(await bytesOf(c));
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("bad-request", "The body is not JSON. Send JSON.");
  }
}
