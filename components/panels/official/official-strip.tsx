"use client";

import { Landmark, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import { feedAge, type OfficialWarning, standingWarnings, warningArea, warningName } from "@/lib/contract/official";
import { Age } from "../signs/age";

/** Official warnings of the weather authority in one line, and how old they are; nothing where no feed is set up. */
export function OfficialStrip({ className = "" }: { className?: string }) {
  const t = useTranslations("official");
  const locale = useLocale() as Locale;
  const now = useCityNow(10_000);
  const warnings = useLive((city) => city.warnings);
  const feed = useLive((city) => city.feeds.find((f) => f.id === "kma-warnings"));
  if (!feed?.configured) return null;
  const age = feedAge(feed, now);
  const standing = standingWarnings(warnings);
  if (standing.length === 0 && age === "fresh") return null;
  return (
    <section
      aria-label={t("title")}
      data-official={age}
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-2 text-sm ${className}`}
    >
      <span className="flex items-center gap-1.5 text-muted text-xs">
        <Landmark size={14} aria-hidden="true" /> {t("official")} · {t("title")}
      </span>
      {standing.map((warning) => (
        <Standing key={warning.id} warning={warning} />
      ))}
      {age === "never" && <Unheard>{t("never")}</Unheard>}
      {age === "stale" && (
        <Unheard>{t("stale", { time: formatTime(feed.succeededAt ?? 0, locale, "day-time") })}</Unheard>
      )}
      {feed.succeededAt !== null && age !== "stale" && (
        <span className="text-muted text-xs">
          <Age at={feed.succeededAt} everyMs={10_000} />
        </span>
      )}
    </section>
  );
}

function Standing({ warning }: { warning: OfficialWarning }) {
  const t = useTranslations("official");
  const locale = useLocale() as Locale;
  const since = warning.effectiveAt ?? warning.issuedAt;
  return (
    <span className="font-semibold" data-warning={warning.id}>
      {warningName(warning, locale)}{" "}
      <span className="font-normal text-muted text-xs">
        {warningArea(warning, locale)} ·{" "}
        {since === null ? t("unknownSince") : t("since", { time: formatTime(since, locale, "day-time") })}
      </span>
    </span>
  );
}

function Unheard({ children }: { children: string }) {
  return (
    <span className="flex items-center gap-1.5 text-level-2">
      <TriangleAlert size={14} aria-hidden="true" /> {children}
    </span>
  );
}
