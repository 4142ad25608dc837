"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { useName } from "@/components/panels/incident/use-name";
import { stopwatch } from "@/components/panels/incident/waiting";
import { Age } from "@/components/panels/signs/age";
import { LevelMark } from "@/components/panels/signs/level-mark";
import { cx } from "@/components/ui/cx";
import { levelText } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, levelNames } from "@/lib/contract/level";
import type { WallItem } from "./wall-items";

/** As many as are read from afar; how many more there are is said below. */
const LINES = 7;

/** The worst of the city, large; what the map looks at is marked. */
export function WallList({ items, shownId }: { items: readonly WallItem[]; shownId: string | null }) {
  const t = useTranslations("response.wall");
  const known = useLive((city) => city.cursor !== "");
  return (
    <section aria-label={t("list")} className="flex w-[40%] min-w-0 flex-col rounded-panel border border-line bg-panel">
      {items.length === 0 && known && <p className="p-8 text-4xl text-muted">{t("quiet")}</p>}
      <ol className="min-h-0 flex-1 divide-y divide-line overflow-hidden">
        {items.slice(0, LINES).map((item) => (
          <Line key={item.id} item={item} shown={item.id === shownId} />
        ))}
      </ol>
      {items.length > LINES && (
        <p className="border-line border-t px-6 py-3 text-2xl text-muted">{t("more", { n: items.length - LINES })}</p>
      )}
    </section>
  );
}

function Line({ item, shown }: { item: WallItem; shown: boolean }) {
  const t = useTranslations("response.wall");
  const locale = useLocale() as Locale;
  const { level, waits } = item;
  return (
    <li
      data-wall-item={item.id}
      aria-current={shown || undefined}
      className="flex items-start gap-5 border-l-8 border-l-transparent px-5 py-4 aria-current:border-l-accent aria-current:bg-raised"
    >
      <LevelMark level={level} size={48} outline={item.type === "alert" && waits === null} />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 font-bold text-3xl leading-tight">{item.title}</p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-2xl text-muted">
          <strong className={levelText[level]}>{levelNames[level][locale]}</strong>
          <span>{hazardNames[item.hazard][locale]}</span>
          <span>{t(item.type)}</span>
          <Age at={item.since} everyMs={5000} />
        </p>
        {waits && <Awaited waits={waits} />}
      </div>
    </li>
  );
}

/** What has not happened, and since when. */
function Awaited({ waits }: { waits: NonNullable<WallItem["waits"]> }) {
  const t = useTranslations("response.wall");
  const undone = useTranslations("incident.undone");
  const name = useName();
  const now = useCityNow();
  const { missing, agencyId, since, late } = waits;
  const agency = useLive((city) => (agencyId ? city.agencies.get(agencyId) : undefined));
  return (
    <p
      data-late={late || undefined}
      className={cx("mt-1 inline-block rounded font-bold text-2xl", late && "bg-level-4 px-2 text-on-level-4")}
    >
      {agencyId && `${name(agency, agencyId)} `}
      {missing === "seen" ? t("unseen") : undone(missing)}{" "}
      <span className="tabular-nums">{stopwatch(now - since)}</span>
    </p>
  );
}
