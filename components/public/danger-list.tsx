import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { levelBorder, SeverityBadge } from "@/components/ui/severity";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import { hazardNames } from "@/lib/contract/level";
import type { Danger } from "./group-dangers";

/** Each danger with its place, its time and what to do. */
export function DangerList({ dangers }: { dangers: readonly Danger[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {dangers.map((danger) => (
        <DangerItem key={danger.key} danger={danger} />
      ))}
    </ul>
  );
}

function DangerItem({ danger }: { danger: Danger }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  return (
    <li
      data-danger={danger.id}
      className={cx(
        "rounded-xl border border-l-4 bg-panel px-4 py-3 print:break-inside-avoid",
        levelBorder[danger.level],
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SeverityBadge level={danger.level} solid className="text-sm" />
        <h3 className="text-lg font-bold">
          {danger.area[locale]} · {hazardNames[danger.hazard][locale]}
        </h3>
        {danger.simulated && <Badge>{t("where.simulated")}</Badge>}
      </div>
      <p className="mt-1 text-sm text-muted">
        {danger.title[locale]} · {placesOf(danger, t)} ·{" "}
        <time dateTime={new Date(danger.since).toISOString()}>
          {t("where.since", { time: formatTime(danger.since, locale, "day-time") })}
        </time>
      </p>
      <p className="mt-2 text-base leading-relaxed font-medium">{danger.advice[locale]}</p>
    </li>
  );
}

/** The highest place by name, and how many more. */
function placesOf(danger: Danger, t: ReturnType<typeof useTranslations<"public">>): string {
  const [place = "", ...more] = danger.places;
  return more.length > 0 ? t("where.places", { place, count: more.length }) : place;
}
