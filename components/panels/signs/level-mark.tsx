"use client";

import { useLocale } from "next-intl";
import { levelText, severityPaths } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import { type Level, levelNames } from "@/lib/contract/level";

/** The shape of a level as on the map: filled, or an outline for what somebody has seen. Say the word beside it. */
export function LevelMark({ level, size = 16, outline = false }: { level: Level; size?: number; outline?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="-1 -1 18 18" aria-hidden="true" className={`shrink-0 ${levelText[level]}`}>
      <path
        d={severityPaths[level]}
        fill={outline ? "none" : "currentColor"}
        stroke="currentColor"
        strokeWidth={outline ? 2 : 0}
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Shape, colour and word of a level together. */
export function LevelWord({ level, outline }: { level: Level; outline?: boolean }) {
  const locale = useLocale() as Locale;
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${levelText[level]}`}>
      <LevelMark level={level} size={14} outline={outline} />
      {levelNames[level][locale]}
    </span>
  );
}
