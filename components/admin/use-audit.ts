"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Failure, isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import type { AuditRow } from "@/lib/contract/people";
import { joinRows } from "./audit-rows";

export type AuditAsked = { actor: string; subject: string };

const PAGE_ROWS = 50;
const city = createClient("");

type State = { asked: AuditAsked; data: AuditRow[] | null; more: boolean; failure: Failure | null; loading: boolean };
const fresh = (asked: AuditAsked): State => ({ asked, data: null, more: false, failure: null, loading: true });

/** Pages of the audit for a filter: the newest first, `older` adds the page before. */
export function useAudit(asked: AuditAsked) {
  const [state, setState] = useState<State>(() => fresh(asked));
  const turn = useRef(0);
  const load = useCallback(
    async (before: number | undefined) => {
      const mine = ++turn.current;
      const settle = (next: (old: State) => Partial<State>) =>
        // an answer to a filter that was changed meanwhile is dropped
        mine === turn.current && setState((old) => ({ ...old, loading: false, failure: null, ...next(old) }));
      setState((old) => (old.asked === asked ? { ...old, loading: true } : fresh(asked)));
      const query = { before, limit: PAGE_ROWS, actor: asked.actor || undefined, subject: asked.subject || undefined };
      await city.call("listAudit", { query }).then(
        ({ rows, more }) => settle((old) => ({ data: joinRows(before ? (old.data ?? []) : [], rows), more })),
        (error: unknown) => settle(() => ({ failure: isFailure(error) ? error : null })),
      );
    },
    [asked],
  );
  useEffect(() => void load(undefined), [load]);
  return {
    ...state,
    refresh: useCallback(() => load(undefined), [load]),
    older: () => load(state.data?.at(-1)?.id),
  };
}
