"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The word for a unit's type; a type that an admin made up is its own word. */
export function useUnitType(): (type: string) => string {
  const t = useTranslations("incident.unitType");
  return useCallback((type) => (t.has(type) ? t(type) : type), [t]);
}
