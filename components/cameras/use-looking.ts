"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Failure, isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import type { Looking } from "@/lib/contract/camera";
import { backAt, leave, leaveNow } from "./leaving";

const client = createClient("");
const EVERY_MS = 2000;

/**
 * One's own look as the city knows it, asked every two seconds while the page is in sight. `over` is the city's no: there is no
 * picture any more. Whoever goes away from the picture ends the look.
 */
export function useLooking(viewId: string) {
  const [looking, setLooking] = useState<{ said: Looking; at: number } | null>(null);
  const [over, setOver] = useState<Failure | null>(null);
  const stopped = useRef(false);
  const take = useCallback((said: Looking) => setLooking({ said, at: performance.now() }), []);
  useEffect(() => {
    stopped.current = false;
    backAt(viewId);
    const ask = () => {
      // what nobody sees is not looked at: the city hears nothing of it, and ends the look after a minute
      if (document.visibilityState === "hidden") return;
      client.call("getCameraView", { params: { id: viewId } }).then(
        (said) => !stopped.current && take(said),
        (error: unknown) => {
          const failure = isFailure(error) ? error : new Failure("internal", String(error));
          if (["forbidden", "unauthorized", "not-found"].includes(failure.code)) setOver(failure);
        },
      );
    };
    const gone = () => leaveNow(viewId);
    ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("pagehide", gone);
    return () => {
      stopped.current = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("pagehide", gone);
      leave(viewId);
    };
  }, [viewId, take]);
  return { looking, over, take };
}
