import { useTranslations } from "next-intl";
import { hazardNames, levelNames } from "@/lib/contract/level";
import type { IncidentReport } from "@/lib/contract/report";
import { ReportSection } from "./report-section";
import type { ReportWords } from "./words";

type Props = { report: IncidentReport; words: ReportWords };

/** What it was, how long it lasted, why, and the three spans that a review asks for first. */
export function ReportSummary({ report: { incident, alerts }, words }: Props) {
  const t = useTranslations("report");
  const { locale, date, span } = words;
  const first = Math.min(...alerts.map((a) => a.raisedAt));
  const asked = Math.min(...incident.assignments.map((a) => a.requestedAt));
  const there = Math.min(...incident.assignments.flatMap((a) => a.arrivedAt ?? []));
  const between = (from: number, to: number) =>
    Number.isFinite(from) && Number.isFinite(to) ? span(Math.max(0, to - from)) : t("never");
  const facts: [string, string][] = [
    [t("id"), incident.id],
    [t("hazard"), hazardNames[incident.hazard][locale]],
    [t("level"), levelNames[incident.level][locale]],
    [t("state"), t(`stateOf.${incident.state}`)],
    [t("opened"), `${date(incident.openedAt)} · ${incident.openedBy}`],
    ...(incident.closedAt === null
      ? []
      : ([
          [t("closed"), `${date(incident.closedAt)} · ${incident.closedBy ?? ""}`],
          [t("lasted"), span(incident.closedAt - incident.openedAt)],
        ] as [string, string][])),
    [t("place"), `${incident.lat.toFixed(5)}, ${incident.lon.toFixed(5)}`],
    [t("cause"), incident.cause ?? t("noCause")],
    [t("firstAlert"), Number.isFinite(first) ? date(first) : t("never")],
    [t("toOpen"), between(first, incident.openedAt)],
    [t("toAsk"), between(incident.openedAt, asked)],
    [t("toArrive"), between(incident.openedAt, there)],
  ];
  return (
    <ReportSection title={t("summary")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </ReportSection>
  );
}
