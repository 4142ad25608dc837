"use client";

import { Siren } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { LinkState } from "@/lib/contract/device";
import { type Level, levelNames, levels } from "@/lib/contract/level";
import { LevelMark } from "../signs/level-mark";
import { LinkMark } from "../signs/link-mark";
import { useLinkCounts } from "./use-link-counts";

const LINKS: LinkState[] = ["fresh", "late", "offline", "never"];

/** What the signs on the map mean, with how many there are of each now. */
export function Legend() {
  const t = useTranslations("desk.legend");
  const locale = useLocale() as Locale;
  const alerts = useLive((city) => city.alerts);
  const incidents = useLive((city) => city.incidents);
  const links = useLinkCounts();
  const perLevel = useMemo(() => {
    const counts: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
    for (const alert of alerts.values()) if (alert.state !== "cleared") counts[alert.level] += 1;
    return counts;
  }, [alerts]);
  const open = useMemo(() => [...incidents.values()].filter((it) => it.state === "open").length, [incidents]);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-1.5 px-3.5 py-2 text-xs">
      <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label={t("levels")}>
        {levels.map((level) => (
          <li key={level} className="flex items-center gap-1.5" data-level={level} data-count={perLevel[level]}>
            <LevelMark level={level} size={13} />
            {levelNames[level][locale]}
            <Count n={perLevel[level]} />
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted" aria-label={t("links")}>
        {LINKS.map((link) => (
          <li key={link} className="flex items-center gap-1.5" data-link={link} data-count={links[link]}>
            <LinkMark link={link} word />
            <Count n={links[link]} />
          </li>
        ))}
        <li className="flex text-ink items-center gap-1.5" data-incidents={open}>
          <Siren size={13} aria-hidden="true" className="text-accent" />
          {t("incidents")} <Count n={open} />
        </li>
      </ul>
    </section>
  );
}

/** A number only once the city has said something: before that nobody knows that it is none. */
function Count({ n }: { n: number }) {
  const heard = useLive((city) => city.city !== null);
  return <span className="inline-block min-w-[2ch] font-semibold tabular-nums">{heard ? n : "–"}</span>;
}
