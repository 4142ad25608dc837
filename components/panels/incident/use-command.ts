"use client";

import { useCallback, useRef, useState } from "react";
import { Failure, isFailure } from "@/lib/base/failure";

export type Command = {
  busy: boolean;
  failure: Failure | null;
  /** Does the work unless one is under way; true when it succeeded. A refusal stays in `failure` until the next try. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  dismiss(): void;
};

/** One thing that a person asks of the city at a time, and what came of it. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(isFailure(error) ? error : new Failure("internal", String(error)));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const dismiss = useCallback(() => setFailure(null), []);
  return { busy, failure, run, dismiss };
}
