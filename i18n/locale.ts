import type { Locale } from "../lib/base/localized";

export const locales: readonly Locale[] = ["ko", "en"];
export const LOCALE_COOKIE = "locale";
export const CITY_TIME_ZONE = "Asia/Seoul";

/** The cookie's language; without one, the first of the browser's languages that the city speaks; else Korean. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === cookie);
  if (chosen) return chosen;
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const q = params.find((p) => p.trim().startsWith("q="));
      return { tag: tag.toLowerCase(), weight: q ? Number(q.trim().slice(2)) : 1 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    const spoken = locales.find((locale) => tag === locale || tag.startsWith(`${locale}-`));
    if (spoken) return spoken;
  }
  return "ko";
}
