import { useTranslations } from "next-intl";
import type { Sketch } from "@/components/public/sketch";
import type { IncidentReport as Report } from "@/lib/contract/report";
import type { Ground } from "./place-ground";
import { PlaceMap } from "./place-map";
import { PrintButton } from "./print-button";
import { ReportAlerts } from "./report-alerts";
import { ReportRequests } from "./report-requests";
import { ReportSection } from "./report-section";
import { ReportActs, ReportTimeline, ReportTold } from "./report-story";
import { ReportSummary } from "./report-summary";
import { useReportWords } from "./words";

type Props = { report: Report; zone: string; window: Sketch; ground: Ground | null };

/** The report after an incident, made for paper: drawn on the server, the same on screen and in print. */
export function IncidentReport({ report, zone, window, ground }: Props) {
  const t = useTranslations("report");
  const words = useReportWords(report, zone);
  const { incident, madeAt } = report;
  const given = { report, words };
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full max-w-[52rem] bg-panel px-8 py-6 outline-none print:max-w-none print:px-0 print:py-0"
      data-report={incident.id}
    >
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="font-semibold text-muted text-sm">{t("title")}</p>
          <h1 className="font-bold text-2xl">{incident.title}</h1>
          <p className="text-muted text-sm">
            {t("madeAt")} {words.date(madeAt)}
          </p>
        </div>
        <PrintButton incidentId={incident.id} />
      </header>
      {incident.state === "open" && (
        <p className="mt-2 border-2 border-level-3 px-3 py-1 font-semibold text-sm">{t("draft")}</p>
      )}
      <ReportSummary {...given} />
      <ReportSection title={t("map")}>
        <PlaceMap {...{ report, window, ground }} />
      </ReportSection>
      <ReportRequests {...given} />
      <ReportAlerts {...given} />
      <ReportTimeline {...given} />
      <ReportTold {...given} />
      <ReportActs {...given} />
      <p className="mt-6 text-muted text-xs">{t("source")}</p>
    </main>
  );
}
