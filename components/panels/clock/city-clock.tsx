"use client";

import { useLocale } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { useZone } from "../signs/age";
import { clockText, dayText } from "../signs/city-time";

/** The city's clock: an exercise shows the recording's time and how fast it runs. Tabular, so that nothing jumps. */
export function CityClock() {
  const locale = useLocale();
  const zone = useZone();
  const speed = useLive((city) => city.clock.speed);
  const now = useCityNow(speed > 1 ? 250 : 1000);
  return (
    <span className="flex items-baseline gap-2 whitespace-nowrap max-sm:hidden">
      <span className="text-muted text-xs max-md:hidden">{now > 0 ? dayText(now, zone, locale) : ""}</span>
      <time className="font-semibold text-lg tabular-nums" dateTime={now > 0 ? new Date(now).toISOString() : undefined}>
        {now > 0 ? clockText(now, zone) : "--:--:--"}
      </time>
      {speed > 1 && <span className="text-muted text-xs tabular-nums">×{speed}</span>}
    </span>
  );
}
