"use client";

import { Siren } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useStore } from "zustand";
import { select } from "@/components/desk/desk-store";
import { presentStore } from "@/components/live/live-store";
import type { Locale } from "@/lib/base/localized";
import { levelNames } from "@/lib/contract/level";
import { newInPresent } from "./new-in-present";
import { usePast } from "./past-store";
import { leave } from "./time-machine";

/** What nobody may miss while looking back: a warning or worse that the present has raised since. */
export function NowBar() {
  const t = useTranslations("desk.past");
  const locale = useLocale() as Locale;
  const alerts = useStore(presentStore, ({ present }) => present?.alerts);
  const leftAt = usePast((past) => past.leftAt);
  const [worst, ...more] = newInPresent(alerts?.values() ?? [], leftAt);
  if (!worst) return null;
  const show = () => {
    leave();
    select({ type: "alert", id: worst.id });
  };
  const level = levelNames[worst.level][locale];
  return (
    <div
      role="alert"
      data-now={worst.id}
      className={`flex shrink-0 flex-wrap items-center justify-center gap-3 px-4 py-2 font-semibold text-sm ${worst.level === 4 ? "bg-level-4 text-on-level-4" : "bg-level-3 text-on-level-3"}`}
    >
      <Siren size={18} aria-hidden="true" />
      <span>
        {t("now")}: {t("nowText", { level, name: worst.deviceName, rule: worst.ruleName[locale] })}{" "}
        {more.length > 0 && t("nowMore", { count: more.length })}
      </span>
      <button type="button" className="rounded border border-current px-2 py-0.5" onClick={show}>
        {t("show")}
      </button>
    </div>
  );
}
