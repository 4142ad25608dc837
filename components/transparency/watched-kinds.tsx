import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import { type Hazard, hazardNames } from "@/lib/contract/level";
import type { Transparency } from "@/lib/contract/privacy";
import { Part } from "./part";

type Watch = Transparency["watches"][number];

/** Every kind of device in service: how many, what they tell, what for, and how long that is kept. */
export function WatchedKinds({ watches }: { watches: readonly Watch[] }) {
  const t = useTranslations("transparency.watch");
  return (
    <Part id="watch" title={t("title")}>
      <p className="text-muted">{t(watches.length > 0 ? "text" : "none")}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {watches.map((watch) => (
          <Kind key={watch.kind} watch={watch} />
        ))}
      </ul>
    </Part>
  );
}

function Kind({ watch: { kind, label, camera, count, simulated, measures, hazards, kept } }: { watch: Watch }) {
  const t = useTranslations("transparency.watch");
  const locale = useLocale() as Locale;
  const span = useSpan();
  const why = (hazard: Hazard) =>
    hazard === "camera" || hazard === "equipment" ? t(`itself.${hazard}`) : hazardNames[hazard][locale];
  return (
    <li data-kind={kind} className="rounded-xl border border-line bg-panel px-4 py-3">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
        {label[locale]}
        <span className="text-sm font-normal text-muted tabular-nums">
          {t("count", { count })}
          {simulated > 0 && ` · ${t("simulated", { count: simulated })}`}
        </span>
      </h3>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm leading-relaxed">
        <dt className="whitespace-nowrap text-muted">{t("why")}</dt>
        <dd>
          {hazards.length > 0 ? hazards.map(why).join(", ") : t("noRule")}
          {camera && (
            <>
              {" · "}
              <a href="#cameras" className="underline underline-offset-2">
                {t("pictures")}
              </a>
            </>
          )}
        </dd>
        {measures.length > 0 && (
          <>
            <dt className="whitespace-nowrap text-muted">{t("measures")}</dt>
            <dd>{measures.map((m) => m[locale]).join(", ")}</dd>
            <dt className="whitespace-nowrap text-muted">{t("kept")}</dt>
            <dd>
              {t("keptFor", {
                readings: span(kept.readings),
                minutes: span(kept.minutes),
                hours: span(kept.hours),
              })}
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

const YEAR = 365;

function useSpan(): (days: number) => string {
  const t = useTranslations("transparency.watch");
  return (days) => (days % YEAR === 0 ? t("years", { count: days / YEAR }) : t("days", { count: days }));
}
