"use client";

import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { agePart, momentText } from "./city-time";

/** The city's zone; Seoul's until the city has said which. */
export function useZone(): string {
  return useLive((city) => city.city?.timeZone ?? "Asia/Seoul");
}

/** "12 s ago" on the city's clock. The exact time is in the title. */
export function Age({ at, everyMs = 1000 }: { at: number; everyMs?: number }) {
  const t = useTranslations("desk.age");
  const zone = useZone();
  const now = useCityNow(everyMs);
  const { unit, n } = agePart(now - at);
  return (
    <time dateTime={new Date(at).toISOString()} title={momentText(at, now, zone)} className="tabular-nums">
      {t(unit, { n })}
    </time>
  );
}

/** The clock time at which something was, with the day where it was not today; `about` leaves seconds away: nobody knows them. */
export function Moment({ at, about = false }: { at: number; about?: boolean }) {
  const zone = useZone();
  const now = useCityNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} className="tabular-nums">
      {about ? momentText(at, now, zone).slice(0, -3) : momentText(at, now, zone)}
    </time>
  );
}
