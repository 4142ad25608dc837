"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Pages = { page: number; pages: number; found: number; size: number; onPage(page: number): void };

/** Which part of a list is shown, and the way to the others. */
export function Pager({ page, pages, found, size, onPage }: Pages) {
  const t = useTranslations("admin.devices");
  const range = { from: found === 0 ? 0 : page * size + 1, to: Math.min(found, (page + 1) * size), count: found };
  return (
    <nav aria-label={t("pages")} className="mt-3 flex items-center justify-end gap-2 text-sm text-muted">
      <span role="status">{t("range", range)}</span>
      <Button size="sm" aria-label={t("previous")} disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <Button size="sm" aria-label={t("next")} disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        <ChevronRight size={16} aria-hidden />
      </Button>
    </nav>
  );
}
