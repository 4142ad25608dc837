import { Landmark } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { AgeLabel } from "@/components/ui/age-label";
import { Notice } from "@/components/ui/notice";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import {
  feedAge,
  type Official,
  type OfficialWarning,
  standingWarnings,
  warningArea,
  warningName,
} from "@/lib/contract/official";

/** What the weather authority warns of, apart from the city's own dangers, with how old it is. Nothing where no feed is set up. */
export function OfficialWarnings({ official, now }: { official: Official; now: number }) {
  const t = useTranslations("official");
  const locale = useLocale() as Locale;
  const feed = official.feeds.find((f) => f.id === "kma-warnings");
  if (!feed?.configured) return null;
  const age = feedAge(feed, now);
  const standing = standingWarnings(official.warnings);
  return (
    <section aria-labelledby="official" data-official={age}>
      <h2 id="official" className="mb-2 flex items-center gap-2 text-xl font-bold">
        <Landmark size={20} aria-hidden /> {t("title")}
      </h2>
      {age === "never" && <Notice tone="caution">{t("never")}</Notice>}
      {age === "stale" && (
        <Notice tone="caution" className="mb-3">
          {t("stale", { time: formatTime(feed.succeededAt ?? 0, locale, "day-time") })}
        </Notice>
      )}
      {standing.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
          {standing.map((warning) => (
            <Standing key={warning.id} warning={warning} />
          ))}
        </ul>
      )}
      {standing.length === 0 && (age === "fresh" || age === "late") && (
        <p className="text-base text-muted">{t("none")}</p>
      )}
      <p className="mt-2 text-sm text-muted">
        {t("by")} · {t("note")} {feed.succeededAt !== null && <AgeLabel at={feed.succeededAt} now={now} />}
      </p>
    </section>
  );
}

function Standing({ warning }: { warning: OfficialWarning }) {
  const t = useTranslations("official");
  const locale = useLocale() as Locale;
  const since = warning.effectiveAt ?? warning.issuedAt;
  return (
    <li className="px-4 py-3" data-warning={warning.id}>
      <p className="text-lg font-bold">
        {warningName(warning, locale)}{" "}
        <span className="text-base font-normal text-muted">{warningArea(warning, locale)}</span>
      </p>
      <p className="text-sm text-muted">
        {since === null ? t("unknownSince") : t("since", { time: formatTime(since, locale, "day-time") })}
        {warning.endsAt !== null && ` · ${t("ends", { time: formatTime(warning.endsAt, locale, "day-time") })}`}
      </p>
    </li>
  );
}
