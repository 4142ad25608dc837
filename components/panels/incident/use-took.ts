"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { MINUTE } from "@/lib/base/clock";

/** A duration (ms) in short words: "+12 s", "+3 min". */
export function useTook(): (ms: number) => string {
  const t = useTranslations("incident");
  return useCallback(
    (ms) =>
      ms < MINUTE
        ? t("tookUnderMinute", { seconds: Math.max(0, Math.round(ms / 1000)) })
        : t("took", { minutes: Math.round(ms / MINUTE) }),
    [t],
  );
}
