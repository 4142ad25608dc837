"use client";

import { useTranslations } from "next-intl";
import { cx } from "./cx";

/** Rows of the size that is about to come, so that nothing jumps when it does. */
export function LoadingState({ rows = 4, className }: { rows?: number; className?: string }) {
  const t = useTranslations("common.state");
  return (
    <div role="status" className={cx("flex flex-col gap-2 p-3", className)}>
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <span key={row} aria-hidden className="h-9 animate-pulse rounded-md bg-raised" />
      ))}
    </div>
  );
}
