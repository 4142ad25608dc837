"use client";
import { useLocale } from "next-intl";
import { useCallback } from "react";
import type { Locale, Localized } from "@/lib/base/localized";

/** The reader's half of words that come with the city's own objects. */
export function useLocalized(): (words: Localized) => string {
  const locale = useLocale() as Locale;
  return useCallback((words) => words[locale], [locale]);
}
