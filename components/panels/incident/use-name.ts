"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";
import type { Locale, Localized } from "@/lib/base/localized";

/** The name of an agency, unit or station in the page's language; `otherwise` where it is not known. */
export function useName(): (named: { name: Localized } | undefined, otherwise?: string) => string {
  const locale = useLocale() as Locale;
  return useCallback((named, otherwise = "") => named?.name[locale] ?? otherwise, [locale]);
}
