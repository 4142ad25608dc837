"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { Failure, isFailure } from "@/lib/base/failure";
import { type CallAnswer, type CallInput, createClient } from "@/lib/client/client";
import type { RouteName } from "@/lib/contract/routes";

const city = createClient("");

const failureFrom = (error: unknown) => (isFailure(error) ? error : new Failure("internal", String(error)));

export type Loaded<T> = { data: T | null; failure: Failure | null; loading: boolean; refresh(): Promise<void> };

/**
 * What the city answers to a reading route, again every `everyMs` while the page is visible. Data that was once read stays
 * on a later failure, which is told beside it, so that a screen never goes blank.
 */
export function useCity<N extends RouteName>(name: N, input: CallInput<N>, everyMs = 0): Loaded<CallAnswer<N>> {
  const [state, setState] = useState<Omit<Loaded<CallAnswer<N>>, "refresh">>({
    data: null,
    failure: null,
    loading: true,
  });
  const asked = useRef(0);
  const key = JSON.stringify(input);
  const refresh = useCallback(async () => {
    const turn = ++asked.current;
    setState((old) => ({ ...old, loading: true }));
    const settle = (next: Partial<typeof state>) => {
      // an answer that was overtaken by a newer question is dropped
      if (turn === asked.current) setState((old) => ({ ...old, failure: null, loading: false, ...next }));
    };
    await city.call(name, JSON.parse(key)).then(
      (data) => settle({ data }),
      (error: unknown) => settle({ failure: failureFrom(error) }),
    );
  }, [name, key]);
  useEffect(() => {
    void refresh();
    if (!everyMs) return;
    const timer = setInterval(() => document.visibilityState === "visible" && void refresh(), everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs]);
  return { ...state, refresh };
}

export type Deed<N extends RouteName> = {
  /** The answer, or null where the city refused: then `failure` says why. */
  run(input: CallInput<N>): Promise<CallAnswer<N> | null>;
  busy: boolean;
  failure: Failure | null;
  forget(): void;
};

/** A route that changes something: one at a time, with its refusal kept for the screen. */
export function useDeed<N extends RouteName>(name: N): Deed<N> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const run = useCallback(
    async (input: CallInput<N>) => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setFailure(null);
      try {
        return await city.call(name, input);
      } catch (error) {
        setFailure(failureFrom(error));
        return null;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name],
  );
  return { run, busy, failure, forget: useCallback(() => setFailure(null), []) };
}
