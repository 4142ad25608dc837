"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Failure, isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import type { Looking } from "@/lib/contract/camera";

const client = createClient("");
const EVERY_MS = 2000;

/** One's own look as the city knows it, asked every two seconds. `over` is the city's no: there is no picture any more. */
export function useLooking(viewId: string) {
  const [looking, setLooking] = useState<{ said: Looking; at: number } | null>(null);
  const [over, setOver] = useState<Failure | null>(null);
  const stopped = useRef(false);
  const take = useCallback((said: Looking) => setLooking({ said, at: performance.now() }), []);
  useEffect(() => {
    stopped.current = false;
    const ask = () =>
      client.call("getCameraView", { params: { id: viewId } }).then(
        (said) => !stopped.current && take(said),
        (error: unknown) => {
          const failure = isFailure(error) ? error : new Failure("internal", String(error));
          if (["forbidden", "unauthorized", "not-found"].includes(failure.code)) setOver(failure);
        },
      );
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      stopped.current = true;
      clearInterval(timer);
    };
  }, [viewId, take]);
  return { looking, over, take };
}
