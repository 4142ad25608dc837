"use client";

import { useTranslations } from "next-intl";
import type { Alert } from "@/lib/contract/alert";
import { Moment } from "../signs/age";

/** The word that sets a forecast apart from what has happened: dashed, and never by colour alone. */
export function ForecastMark() {
  const t = useTranslations("desk.forecast");
  return <span className="rounded border border-current border-dashed px-1 font-semibold text-ink">{t("mark")}</span>;
}

/** When a level is expected to be reached and how sure that is; of a forecast that has ended, what became of it. */
export function ForecastLine({ alert }: { alert: Alert }) {
  const t = useTranslations("desk.forecast");
  const { forecast } = alert;
  if (!forecast) return null;
  if (forecast.end !== null) {
    const minutes = Math.round((forecast.leadMs ?? 0) / 60_000);
    return <span>{forecast.end === "fulfilled" ? t("fulfilled", { minutes }) : t("lapsed")}</span>;
  }
  const { expectedAt, from, to, probability } = forecast.now;
  return (
    <span className="tabular-nums">
      {t("expected")}{" "}
      <strong className="text-ink">
        <Moment at={expectedAt} about />
      </strong>{" "}
      (<Moment at={from} about dayless />–<Moment at={to} about dayless />) ·{" "}
      {t("chance", { percent: Math.round(100 * probability) })}
    </span>
  );
}
