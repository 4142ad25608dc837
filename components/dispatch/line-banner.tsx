"use client";

import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { screenNow } from "@/components/live/screen-clock";
import { useLive } from "@/components/live/use-live";
import { stopwatch } from "@/components/panels/incident/waiting";

/** Loud while the line to the city is gone or silent: nobody must wait before a dead screen. The screen's own time: there is no other. */
export function LineBanner() {
  const t = useTranslations("dispatch.offline");
  const { state, since, heardAt } = useLive((city) => city.connection);
  const now = useScreenNow(state === "offline" || state === "behind");
  if (state !== "offline" && state !== "behind") return null;
  return (
    <div role="alert" data-line={state} className="flex items-center gap-3 bg-level-4 px-4 py-2.5 text-on-level-4">
      <Unplug size={26} aria-hidden className="shrink-0" />
      <p className="text-base leading-snug font-bold">
        {t(`${state}Title`)}{" "}
        <span className="block text-sm font-medium">{t(state, { time: stopwatch(now - (heardAt ?? since)) })}</span>
      </p>
    </div>
  );
}

function useScreenNow(running: boolean): number {
  const [now, setNow] = useState(screenNow);
  useEffect(() => {
    if (!running) return;
    setNow(screenNow());
    const timer = setInterval(() => setNow(screenNow()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
