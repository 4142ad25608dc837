import { useLocale } from "next-intl";
import { CITY_TIME_ZONE } from "@/i18n/locale";
import type { Locale } from "@/lib/base/localized";

export type TimeStyle = "time" | "minute" | "day" | "day-time" | "full";

const shapes: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  minute: { hour: "2-digit", minute: "2-digit" },
  day: { month: "short", day: "numeric" },
  "day-time": { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  full: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

const made = new Map<string, Intl.DateTimeFormat>();

/** An instant (UTC ms) in the city's zone, 24 hours, the same on server and screen. */
export function formatTime(at: number, locale: Locale, style: TimeStyle = "minute"): string {
  const key = locale + style;
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "ko" ? "ko-KR" : "en-GB", {
      ...shapes[style],
      hourCycle: "h23",
      timeZone: CITY_TIME_ZONE,
    });
    made.set(key, format);
  }
  return format.format(at);
}

/** An instant (UTC ms) as the city's time. */
export function TimeLabel({ at, style, className }: { at: number; style?: TimeStyle; className?: string }) {
  const locale = useLocale() as Locale;
  return (
    <time dateTime={new Date(at).toISOString()} className={className}>
      {formatTime(at, locale, style)}
    </time>
  );
}
