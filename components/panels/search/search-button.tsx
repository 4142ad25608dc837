"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";

/** Opens the command palette; looks like the field that comes. */
export function SearchButton({ onOpen }: { onOpen(): void }) {
  const t = useTranslations("desk.search");
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex h-8 w-64 items-center gap-2 rounded-md border border-edge bg-ground px-2.5 text-muted text-sm hover:border-accent"
    >
      <Search size={15} aria-hidden="true" />
      <span className="flex-1 truncate text-left">{t("open")}</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
