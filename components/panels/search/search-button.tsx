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
      className="flex h-8 w-64 min-w-0 items-center max-md:w-9 max-md:shrink-0 gap-2 rounded-md border border-edge bg-ground px-2.5 text-muted text-sm hover:border-accent"
    >
      <Search size={15} aria-hidden="true" />
      <span className="flex-1 truncate text-left max-md:sr-only">{t("open")}</span>
      <span className="max-md:hidden">
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  );
}
