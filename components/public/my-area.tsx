"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/input";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale, Localized } from "@/lib/base/localized";
import type { Danger } from "./group-dangers";

/** The citizen's own district: at once with JavaScript, by a sent form without. The choice stays in the address. */
export function MyArea(props: {
  areas: readonly Localized[];
  area: string;
  onArea: (area: string) => void;
  dangers: readonly Danger[];
  sure: boolean;
}) {
  const t = useTranslations("public.mine");
  const locale = useLocale() as Locale;
  const areas = props.areas.toSorted((a, b) => a[locale].localeCompare(b[locale], locale));
  const box = useRef<HTMLSelectElement>(null);
  const adopt = useEffectEvent(() => {
    const early = box.current?.value;
    if (early !== undefined && early !== props.area) props.onArea(early);
  });
  // a slow phone: what was chosen before the script ran holds
  useEffect(() => adopt(), []);
  const chosen = areas.find(({ ko }) => ko === props.area);
  return (
    <section
      aria-labelledby="mine"
      className={cx("rounded-xl border border-line bg-panel px-4 py-3", !chosen && "print:hidden")}
    >
      <form action="/" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="mine" className="text-base font-bold">
          <label htmlFor="area">{t("title")}</label>
        </h2>
        <Select
          ref={box}
          id="area"
          name="area"
          defaultValue={props.area}
          onChange={(event) => props.onArea(event.target.value)}
          className="min-h-11 w-auto min-w-40 flex-1 text-base"
        >
          <option value="">{t("whole")}</option>
          {areas.map((area) => (
            <option key={area.ko} value={area.ko}>
              {area[locale]}
            </option>
          ))}
        </Select>
        <noscript>
          <Button type="submit" className="min-h-11">
            {t("show")}
          </Button>
        </noscript>
      </form>
      {chosen && (
        <Verdict
          area={chosen[locale]}
          mine={props.dangers.filter((danger) => danger.area.ko === chosen.ko)}
          sure={props.sure}
        />
      )}
    </section>
  );
}

/** Said for the district alone; that nothing is known there is only said while the city knows enough. */
function Verdict({ area, mine, sure }: { area: string; mine: readonly Danger[]; sure: boolean }) {
  const t = useTranslations("public.mine");
  const said = mine.length > 0 ? "danger" : sure ? "none" : "unknown";
  return (
    <p role="status" className="mt-2 flex flex-wrap items-center gap-2 text-base font-medium">
      {mine[0] && <SeverityBadge level={mine[0].level} solid />}
      {t(said, { area, count: mine.length })}
    </p>
  );
}
