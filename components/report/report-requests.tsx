import { useTranslations } from "next-intl";
import type { Assignment } from "@/lib/contract/incident";
import type { IncidentReport } from "@/lib/contract/report";
import { CELL, HEAD, ReportSection } from "./report-section";
import { type RequestStep, requestSteps } from "./request-steps";
import type { ReportWords } from "./words";

type Props = { report: IncidentReport; words: ReportWords };

/** Who was asked, and when each step came against when it was owed. A step that never came stands there as such. */
export function ReportRequests({ report, words }: Props) {
  const t = useTranslations("report");
  const { assignments, closedAt } = report.incident;
  return (
    <ReportSection title={t("requests")}>
      {assignments.length === 0 && <p className="text-sm">{t("requestsNone")}</p>}
      {assignments.map((assignment) => (
        <Request key={assignment.id} {...{ assignment, words }} until={closedAt ?? report.madeAt} />
      ))}
    </ReportSection>
  );
}

function Request({ assignment, words, until }: { assignment: Assignment; words: ReportWords; until: number }) {
  const t = useTranslations("report");
  const { agencyId, unitId, note, reason } = assignment;
  return (
    <div className="mb-4 break-inside-avoid">
      <h3 className="font-semibold text-sm">
        {words.agency(agencyId)}
        {unitId && ` · ${words.unit(unitId)}`} — {t(`steps.${assignment.state}`)}
      </h3>
      {note && <p className="text-sm">“{note}”</p>}
      {reason && <p className="text-sm">“{reason}”</p>}
      <table className="mt-1 w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr>
            {(["step", "at", "since", "due", "late", "who"] as const).map((name) => (
              <th key={name} scope="col" className={HEAD}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requestSteps(assignment, until).map((step) => (
            <StepRow key={step.step} step={step} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepRow({ step: { step, at, by, tookMs, dueAt, lateMs }, words }: { step: RequestStep; words: ReportWords }) {
  const t = useTranslations("report");
  const late = lateMs !== null;
  const verdict = late ? t("lateBy", { time: words.span(lateMs) }) : dueAt !== null && at !== null && t("inTime");
  return (
    <tr className={late ? "font-semibold text-level-4" : ""} data-step={step} data-late={late || undefined}>
      <th scope="row" className={`${CELL} font-medium`}>
        {late && "⚠ "}
        {t(`steps.${step}`)}
      </th>
      <td className={CELL}>{at === null ? (late ? t("missing") : t("notHappened")) : words.moment(at)}</td>
      <td className={CELL}>{tookMs === null ? "" : `+${words.span(tookMs)}`}</td>
      <td className={CELL}>{dueAt === null ? "" : words.moment(dueAt)}</td>
      <td className={CELL}>{verdict}</td>
      <td className={CELL}>{by ?? ""}</td>
    </tr>
  );
}
