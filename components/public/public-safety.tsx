"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import type { PublicSummary } from "@/lib/contract/city";
import { levelNames } from "@/lib/contract/level";
import { DangerList } from "./danger-list";
import { DangerMap } from "./danger-map";
import { districtFinder } from "./district-at";
import { type Danger, groupDangers } from "./group-dangers";
import { MyArea } from "./my-area";
import { NowCard } from "./now-card";
import { OfficialWarnings } from "./official-warnings";
import type { Outline } from "./seoul-outline";
import { type LiveSummary, useSummary } from "./use-summary";

/** What changes on the public page: drawn whole by the server, kept up to date by the browser. */
export function PublicSafety(props: {
  initial: PublicSummary | null;
  reachable: boolean;
  outline: Outline | null;
  area: string;
  numbers: ReactNode;
}) {
  const live = useSummary(props.initial, props.reachable);
  const [area, setArea] = useKeptArea(props.area);
  const areaOf = useMemo(() => districtFinder(props.outline?.districts ?? []), [props.outline]);
  const dangers = groupDangers(live.summary?.alerts ?? [], areaOf);
  const sure = live.reachable && !!live.summary?.sure;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="flex flex-col gap-6">
        <NowCard live={live} dangers={dangers} />
        {live.summary && <OfficialWarnings official={live.summary.official} now={live.cityNow} />}
        {props.outline && (
          <MyArea
            areas={props.outline.districts.map(({ name }) => name)}
            area={area}
            onArea={setArea}
            dangers={dangers}
            sure={sure}
          />
        )}
        {dangers.length === 0 && <Calm />}
        <Where
          live={live}
          dangers={dangers.toSorted((a, b) => Number(b.area.ko === area) - Number(a.area.ko === area))}
        />
      </div>
      <div className="flex flex-col gap-6">
        {props.numbers}
        {props.outline && <DangerMap outline={props.outline} dangers={dangers} area={area} />}
        <Ended dangers={groupDangers(live.summary?.ended ?? [], areaOf)} />
      </div>
    </div>
  );
}

/** The chosen district, kept in the page's address: it can be shared, and nobody is told. */
function useKeptArea(initial: string): [string, (area: string) => void] {
  const [area, setArea] = useState(initial);
  const keep = (chosen: string) => {
    setArea(chosen);
    window.history.replaceState(null, "", chosen ? `/?area=${encodeURIComponent(chosen)}` : "/");
  };
  return [area, keep];
}

function Where({ live, dangers }: { live: LiveSummary; dangers: readonly Danger[] }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  return (
    <section aria-labelledby="where">
      <h2 id="where" className="mb-3 text-xl font-bold">
        {t("where.title")}
      </h2>
      {live.summary && !live.reachable && dangers.length > 0 && (
        <Notice tone="caution" className="mb-3">
          {t("now.oldNotice", { time: formatTime(live.summary.city.now, locale, "day-time") })}
        </Notice>
      )}
      {dangers.length > 0 ? (
        <DangerList dangers={dangers} />
      ) : (
        <p className="text-base text-muted">
          {live.summary?.sure && live.reachable ? t("where.none") : t("where.unknown")}
        </p>
      )}
    </section>
  );
}

function Calm() {
  const t = useTranslations("public.do");
  return (
    <section aria-labelledby="do">
      <h2 id="do" className="mb-2 text-xl font-bold">
        {t("general")}
      </h2>
      <ul className="list-disc space-y-1.5 pl-5 text-base leading-relaxed marker:text-muted">
        {(["0", "1", "2"] as const).map((line) => (
          <li key={line}>{t(`calm.${line}`)}</li>
        ))}
      </ul>
    </section>
  );
}

function Ended({ dangers }: { dangers: readonly Danger[] }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  if (dangers.length === 0) return null;
  return (
    <section aria-labelledby="ended">
      <h2 id="ended" className="mb-2 text-base font-bold">
        {t("ended.title")}
      </h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-panel text-sm">
        {dangers.map((danger) => (
          <li key={danger.key} className="flex flex-wrap gap-x-2 px-4 py-2">
            <span className="font-medium">
              {danger.area[locale]} · {danger.title[locale]}
            </span>
            <span className="text-muted">
              {levelNames[danger.level][locale]} ·{" "}
              {t("ended.until", {
                from: formatTime(danger.since, locale, "day-time"),
                to: formatTime(danger.endedAt ?? danger.since, locale, "minute"),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
