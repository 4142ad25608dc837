import { useLocale, useTranslations } from "next-intl";
import { clockText, dayText } from "@/components/panels/signs/city-time";
import type { Locale } from "@/lib/base/localized";
import type { IncidentReport } from "@/lib/contract/report";

export type ReportWords = ReturnType<typeof useReportWords>;

/** How the report says instants, spans and names, in the page's language. */
export function useReportWords({ agencies, units, alerts, incident }: IncidentReport, zone: string) {
  const t = useTranslations("report");
  const locale = useLocale() as Locale;
  const agency = (id: string) => agencies.find((a) => a.id === id)?.name[locale] ?? id;
  const unit = (id: string) => units.find((u) => u.id === id)?.name[locale] ?? id;
  return {
    locale,
    zone,
    agency,
    unit,
    alert: (id: string) => alerts.find((a) => a.id === id)?.deviceName ?? id,
    receiver: (to: string) =>
      to.startsWith("agency:") ? agency(to.slice("agency:".length)) : to.replace(/^device:/, ""),
    /** With its year. */
    date: (at: number) => `${dayText(at, zone, locale, true)} ${clockText(at, zone)}`,
    /** The day stands only where it is another one than that on which the incident was opened. */
    moment: (at: number) => {
      const [day, time] = [dayText(at, zone, locale), clockText(at, zone)];
      return day === dayText(incident.openedAt, zone, locale) ? time : `${day} ${time}`;
    },
    span: (ms: number) => {
      const s = Math.round(ms / 1000);
      if (s < 60) return t("duration.s", { n: s });
      if (s < 3600) return t("duration.min", { n: Math.round(s / 60) });
      const h = Math.floor(s / 3600);
      if (h < 24) return t("duration.h", { h, n: Math.floor((s % 3600) / 60) });
      return t("duration.d", { d: Math.floor(h / 24), h: h % 24 });
    },
  };
}
