"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useZone } from "@/components/panels/signs/age";
import { clockText } from "@/components/panels/signs/city-time";
import { presentNow } from "./time-machine";

/** What time it is in the present, while the past is shown: small, and named. */
export function NowClock() {
  const t = useTranslations("desk.past");
  const zone = useZone();
  const [now, setNow] = useState(presentNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(presentNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="whitespace-nowrap text-muted text-xs tabular-nums max-sm:hidden" data-now-clock>
      {t("nowClock")} <time dateTime={new Date(now).toISOString()}>{clockText(now, zone)}</time>
    </span>
  );
}
