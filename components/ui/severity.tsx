import { useLocale } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import { type Level, levelNames } from "@/lib/contract/level";
import { cx } from "./cx";

/** Shapes of the four levels in a 16 × 16 box: circle, triangle, diamond, octagon. Never colour alone. */
export const severityPaths: Record<Level, string> = {
  1: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
  2: "M8 1.2 15.2 14.4H.8z",
  3: "M8 .6 15.4 8 8 15.4 .6 8z",
  4: "M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z",
};

/** Whole class names, so that Tailwind finds them. */
export const levelText: Record<Level, string> = {
  1: "text-level-1",
  2: "text-level-2",
  3: "text-level-3",
  4: "text-level-4",
};
export const levelFill: Record<Level, string> = {
  1: "bg-level-1 text-on-level-1",
  2: "bg-level-2 text-on-level-2",
  3: "bg-level-3 text-on-level-3",
  4: "bg-level-4 text-on-level-4",
};
export const levelBorder: Record<Level, string> = {
  1: "border-level-1",
  2: "border-level-2",
  3: "border-level-3",
  4: "border-level-4",
};

/** The shape of a level alone, where the word stands beside it. */
export function SeverityShape({ level, className }: { level: Level; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={cx("size-3.5 shrink-0 fill-current", className)}>
      <path d={severityPaths[level]} />
    </svg>
  );
}

/** 관심 주의 경계 심각 by colour, shape and word. `solid` for what needs a hand now, else an outline. */
export function SeverityBadge({ level, solid, className }: { level: Level; solid?: boolean; className?: string }) {
  const locale = useLocale() as Locale;
  const tone = solid ? cx(levelFill[level], "border-transparent") : cx(levelText[level], levelBorder[level]);
  return (
    <span
      data-level={level}
      className={cx(
        "inline-flex shrink-0 items-center gap-1 rounded border px-1.5 py-0.5 text-xs leading-4 font-semibold whitespace-nowrap",
        tone,
        className,
      )}
    >
      <SeverityShape level={level} className="size-3" />
      {levelNames[level][locale]}
    </span>
  );
}
