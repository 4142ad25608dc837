import { useTranslations } from "next-intl";
import { valueText } from "@/components/panels/signs/value-text";
import { SeverityBadge } from "@/components/ui/severity";
import type { Alert } from "@/lib/contract/alert";
import type { IncidentReport } from "@/lib/contract/report";
import { EvidenceChart } from "./evidence-chart";
import { ReportSection } from "./report-section";
import type { ReportWords } from "./words";

type Props = { report: IncidentReport; words: ReportWords };

/** Every alert with who saw it and how it ended, and what was measured. */
export function ReportAlerts({ report: { alerts, charts }, words }: Props) {
  const t = useTranslations("report");
  return (
    <ReportSection title={t("alerts")}>
      {alerts.length === 0 && <p className="text-sm">{t("alertsNone")}</p>}
      {alerts.map((alert) => {
        const chart = charts.find((c) => c.alertId === alert.id);
        return (
          <article key={alert.id} className="mb-4 break-inside-avoid" data-alert={alert.id}>
            <AlertLines
              alert={alert}
              words={words}
              value={chart && valueText(chart.stream, alert.value, words.locale)}
            />
            {chart && <EvidenceChart chart={chart} alert={alert} zone={words.zone} />}
          </article>
        );
      })}
    </ReportSection>
  );
}

function AlertLines({ alert, words, value }: { alert: Alert; words: ReportWords; value: string | undefined }) {
  const t = useTranslations("report");
  const { moment, locale } = words;
  const seen = alert.acknowledgedAt === null ? t("unseen") : `${t("acknowledged")} ${moment(alert.acknowledgedAt)}`;
  const end = alert.clearedAt === null ? t("stands") : `${t("cleared")} ${moment(alert.clearedAt)}`;
  return (
    <div className="text-sm">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        <SeverityBadge level={alert.level} />
        {alert.deviceName} · {alert.ruleName[locale]} {value && `· ${value}`}
      </h3>
      <p className="text-muted">
        {t("raised")} {moment(alert.raisedAt)} · {seen}
        {alert.acknowledgedBy && ` (${alert.acknowledgedBy})`} · {end}
      </p>
      {alert.note && <p>“{alert.note}”</p>}
      {alert.finding && (
        <p>
          {t(`found.${alert.finding.what}`)} · {moment(alert.finding.at)} · {alert.finding.by}
        </p>
      )}
    </div>
  );
}
