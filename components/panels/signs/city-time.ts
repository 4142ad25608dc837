const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter is dear and a list has hundreds of times: each is made once. */
function formatter(zone: string, parts: Intl.DateTimeFormatOptions, locale = "en-GB"): Intl.DateTimeFormat {
  const key = zone + locale + JSON.stringify(parts);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: "h23", ...parts });
  formatters.set(key, made);
  return made;
}

/** 09:41:07 in the city's zone. */
export const clockText = (at: number, zone: string): string =>
  formatter(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);

/** The day in words: "11월 23일 (월)", "Mon 23 Nov"; `year`: with its year. */
export function dayText(at: number, zone: string, locale: string, year = false): string {
  const parts: Intl.DateTimeFormatOptions = { month: "short", day: "numeric", weekday: "short" };
  const asked = year ? { ...parts, year: "numeric" as const } : parts;
  return formatter(zone, asked, locale === "ko" ? "ko-KR" : "en-GB").format(at);
}

/** The time today, with the day in front where it is another day than `now`. */
export function momentText(at: number, now: number, zone: string): string {
  const day = formatter(zone, { year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE");
  const time = clockText(at, zone);
  return day.format(at) === day.format(now) ? time : `${day.format(at).slice(5)} ${time}`;
}

export type AgePart = { unit: "s" | "min" | "h" | "d"; n: number };

/** An age in its coarsest unit; a time a little ahead of the clock counts as now. */
export function agePart(ms: number): AgePart {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) return { unit: "s", n: s };
  if (s < 3600) return { unit: "min", n: Math.floor(s / 60) };
  if (s < 86_400) return { unit: "h", n: Math.floor(s / 3600) };
  return { unit: "d", n: Math.floor(s / 86_400) };
}
