"use client";

import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { agePart, clockText, momentText } from "./city-time";

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

type MomentProps = { at: number; about?: boolean; dayless?: boolean };

/**
 * The clock time at which something was, with the day where it was not today; `about` leaves seconds away: nobody knows them,
 * `dayless` the day: what stands before has said it.
 */
export function Moment({ at, about = false, dayless = false }: MomentProps) {
  const zone = useZone();
  const now = useCityNow(60_000);
  const text = dayless ? clockText(at, zone) : momentText(at, now, zone);
  return (
    <time dateTime={new Date(at).toISOString()} className="tabular-nums">
      {about ? text.slice(0, -3) : text}
    </time>
  );
}
