export type Locale = "ko" | "en";

/** Words in both languages of the city. */
export type Localized = { ko: string; en: string };
