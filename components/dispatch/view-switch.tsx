"use client";

import { History, ListTodo, type LucideIcon, Map as MapIcon, Truck } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { type ConsoleView, showView } from "./console-store";
import { useConsole } from "./use-console";

const views: readonly (readonly [ConsoleView, LucideIcon])[] = [
  ["requests", ListTodo],
  ["map", MapIcon],
  ["units", Truck],
  ["history", History],
];

/** Chooses what the console shows: below on a narrow screen, over the list on a wide one, which always has the map. */
export function ViewSwitch({ waiting }: { waiting: number }) {
  const t = useTranslations("dispatch.tab");
  const view = useConsole((state) => state.view);
  return (
    <nav aria-label={t("label")} className="flex border-line bg-panel max-lg:border-t lg:border-b">
      {views.map(([it, Icon]) => (
        <button
          key={it}
          type="button"
          aria-current={it === view || undefined}
          data-view={it}
          onClick={() => showView(it)}
          className={cx(
            "relative flex min-h-13 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted",
            "hover:text-ink aria-current:text-accent lg:min-h-11 lg:flex-row lg:gap-1.5 lg:text-sm",
            "aria-current:shadow-[inset_0_2px_0_var(--color-accent)] lg:aria-current:shadow-[inset_0_-2px_0_var(--color-accent)]",
            it === "map" && "lg:hidden",
            // turned to its side, a screen with the map shows the requests beside it
            it === "requests" && view === "map" && "lg:text-accent",
          )}
        >
          <Icon size={18} aria-hidden />
          {t(it)}
          {it === "requests" && waiting > 0 && (
            <span className="rounded-full bg-level-4 px-1.5 text-xs leading-5 font-bold text-on-level-4 max-lg:absolute max-lg:top-1 max-lg:left-[calc(50%+0.5rem)]">
              {waiting}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
