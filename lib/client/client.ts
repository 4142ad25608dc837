import type { z } from "zod";
import { Failure, type FailureCode, failureStatus } from "../base/failure";
import { type RouteName, type Routes, routes } from "../contract/routes";

type Part<N extends RouteName, K extends string> = Routes[N] extends { [P in K]: infer S extends z.ZodType }
  ? S
  : never;
type Given<N extends RouteName, K extends string> = [Part<N, K>] extends [never]
  ? object
  : { [P in K]: z.input<Part<N, K>> };

/** What a call takes: `params`, `query` and `body`, each where the route has it. */
export type CallInput<N extends RouteName> = Given<N, "params"> & Given<N, "query"> & Given<N, "body">;
export type CallAnswer<N extends RouteName> = z.output<Routes[N]["answer"]>;

export type Client = { call<N extends RouteName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> };

let refusalOf: (name: RouteName) => Failure | null = () => null;

/** From now on a call that would change something is refused with what `refusal` gives for it: a screen that shows the past does nothing. */
export function guardActs(refusal: (name: RouteName) => Failure | null): void {
  refusalOf = refusal;
}

/** The typed client of the HTTP contract, for pages, browser, command line and tests. Throws a Failure with the city's code. */
export function createClient(
  base: string,
  options: { headers?: Record<string, string>; fetch?: typeof fetch } = {},
): Client {
  const send = options.fetch ?? fetch;
  return {
    async call(name, input) {
      const route = routes[name];
      const refusal = route.method === "get" ? null : refusalOf(name);
      if (refusal) throw refusal;
      const { params, query, body } = input as {
        params?: Record<string, string>;
        query?: Record<string, unknown>;
        body?: unknown;
      };
      const response = await send(base + "/api/v1" + fill(route.path, params) + search(query), {
        method: route.method.toUpperCase(),
        headers: { ...options.headers, ...(body !== undefined && { "content-type": "application/json" }) },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "same-origin",
        cache: "no-store",
      }).catch((cause: unknown) => {
        throw new Failure("unreachable", "The city does not answer. Check the connection and try again.", cause);
      });
      if (!response.ok) throw await failureOf(response);
      return (await response.json()) as never;
    },
  };
}

function fill(path: string, params: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
}

function search(query: Record<string, unknown> = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return entries.length ? "?" + new URLSearchParams(entries.map(([k, v]) => [k, String(v)])) : "";
}

/** The refusal that an answer carries. */
export async function failureOf(response: Response): Promise<Failure> {
  const said = (await response.json().catch(() => null)) as {
    code?: string;
    message?: string;
    detail?: unknown;
  } | null;
  const code = said?.code && said.code in failureStatus ? (said.code as FailureCode) : "internal";
  return new Failure(code, said?.message ?? `The city answered ${response.status}.`, said?.detail);
}
