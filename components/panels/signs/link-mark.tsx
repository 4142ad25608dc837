"use client";

import { useTranslations } from "next-intl";
import type { LinkState } from "@/lib/contract/device";

/** Full, half, struck out, empty: the shape says it without the colour. */
const SHAPES: Record<LinkState, { path: string; ink: string; fill: string }> = {
  fresh: { path: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z", ink: "text-ok", fill: "currentColor" },
  late: { path: "M8 2a6 6 0 1 0 0 12V2zM8 2a6 6 0 0 1 0 12", ink: "text-level-2", fill: "none" },
  offline: { path: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.5 12.5l9-9", ink: "text-muted", fill: "none" },
  never: { path: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z", ink: "text-faint", fill: "none" },
};

/** How a device's line is doing, as a shape; `word` says it too. */
export function LinkMark({ link, word = false }: { link: LinkState; word?: boolean }) {
  const t = useTranslations("desk.link");
  const { path, ink, fill } = SHAPES[link];
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true" className={`shrink-0 ${ink}`}>
        {link === "late" && <path d="M8 2a6 6 0 1 0 0 12z" fill="currentColor" />}
        <path d={path} fill={fill} stroke="currentColor" strokeWidth="1.8" />
      </svg>
      <span className={word ? "" : "sr-only"}>{t(link)}</span>
    </span>
  );
}
