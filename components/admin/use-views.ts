"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Failure, isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import type { ViewEntry, ViewQuery } from "@/lib/contract/privacy";

/** What of the views somebody wants to see. */
export type ViewsAsked = Omit<ViewQuery, "from" | "to">;

const PAGE_ROWS = 50;
const city = createClient("");

type State = { data: ViewEntry[] | null; next: string | null; failure: Failure | null; loading: boolean };
const fresh: State = { data: null, next: null, failure: null, loading: true };

/** Pages of the views that a query asks for (keep it stable): the newest first, `older` adds the page after. */
export function useViews(query: ViewQuery) {
  const [state, setState] = useState<State>(fresh);
  const turn = useRef(0);
  const load = useCallback(
    async (next: string | null, before: ViewEntry[]) => {
      const mine = ++turn.current;
      // an answer to a question that was changed meanwhile is dropped
      const settle = (part: Partial<State>) =>
        mine === turn.current && setState((old) => ({ ...old, loading: false, failure: null, ...part }));
      setState((old) => (next ? { ...old, loading: true } : fresh));
      const asked = { ...query, limit: PAGE_ROWS, ...(next && { next }) };
      await city.call("listCameraViews", { query: asked }).then(
        (page) => settle({ data: [...before, ...page.views], next: page.next }),
        (error: unknown) => settle({ failure: isFailure(error) ? error : null }),
      );
    },
    [query],
  );
  useEffect(() => void load(null, []), [load]);
  return {
    ...state,
    refresh: useCallback(() => load(null, []), [load]),
    older: () => load(state.next, state.data ?? []),
  };
}
