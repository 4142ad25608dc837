import { useTranslations } from "next-intl";
import { timelineLine } from "@/components/panels/incident/timeline-line";
import type { TimelineEntry } from "@/lib/contract/incident";
import type { IncidentReport } from "@/lib/contract/report";
import { CELL, HEAD, ReportSection } from "./report-section";
import type { ReportWords } from "./words";

type Props = { report: IncidentReport; words: ReportWords };

/** Everything on the incident's timeline, oldest first. */
export function ReportTimeline({ report: { incident }, words }: Props) {
  const t = useTranslations("report");
  return (
    <ReportSection title={t("timeline")}>
      <ol className="text-sm" data-timeline>
        {incident.timeline.map((entry) => (
          <Entry key={entry.id} entry={entry} words={words} />
        ))}
      </ol>
    </ReportSection>
  );
}

function Entry({ entry, words }: { entry: TimelineEntry; words: ReportWords }) {
  const t = useTranslations("incident.timeline");
  const { kind, agencyId, unitId, alertIds, said } = timelineLine(entry);
  const whom = [agencyId && words.agency(agencyId), unitId && words.unit(unitId), ...alertIds.map(words.alert)];
  return (
    <li className="grid break-inside-avoid grid-cols-[8.5rem_1fr] gap-3 border-line border-b py-1">
      <span className="text-muted tabular-nums">{words.moment(entry.at)}</span>
      <span>
        <strong>{t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind}</strong> {whom.filter(Boolean).join(" · ")}
        {said && <span className="block whitespace-pre-line">“{said}”</span>}
        <span className="block text-muted text-xs">
          {t.has(`keeper.${entry.actor}`) ? t(`keeper.${entry.actor}` as "keeper.deadlines") : entry.actor}
        </span>
      </span>
    </li>
  );
}

/** What left the house about it, to whom, and whether it arrived. */
export function ReportTold({ report: { notices }, words }: Props) {
  const t = useTranslations("report");
  if (notices.length === 0)
    return (
      <ReportSection title={t("told")}>
        <p className="text-sm">{t("toldNone")}</p>
      </ReportSection>
    );
  return (
    <ReportSection title={t("told")}>
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr>
            {(["at", "toldWhat", "toldWhom", "toldState"] as const).map((name) => (
              <th key={name} scope="col" className={HEAD}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => {
            const kind = `kind.${notice.kind.replace(".", "-")}`;
            return (
              <tr key={notice.seq}>
                <td className={CELL}>{words.moment(notice.at)}</td>
                <td className={CELL}>{t.has(kind) ? t(kind) : notice.kind}</td>
                <td className={CELL}>{words.receiver(notice.receiver)}</td>
                <td className={CELL}>
                  {t(`toldStateOf.${notice.state}`)}
                  {notice.attempts > 1 && ` · ${t("attempts", { count: notice.attempts })}`}
                  {notice.lastError && <span className="block text-xs">{notice.lastError}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ReportSection>
  );
}

/** Who did what, from the record that nobody can bend. */
export function ReportActs({ report: { acts }, words }: Props) {
  const t = useTranslations("report");
  const audit = useTranslations("admin.audit");
  const said = (action: string) => {
    const key = `actions.${action}`;
    return audit.has(key) ? `${audit(key)} · ${action}` : action;
  };
  return (
    <ReportSection title={t("acts")}>
      <p className="mb-1 text-muted text-xs">{t("actsNote")}</p>
      <ol className="text-xs tabular-nums">
        {acts.map((act) => (
          <li
            key={act.id}
            className="grid break-inside-avoid grid-cols-[8.5rem_12rem_1fr] gap-3 border-line border-b py-0.5"
          >
            <span>{words.moment(act.at)}</span>
            <span className="break-all">{act.actor}</span>
            <span className="break-all">
              {said(act.action)} {act.subject}
            </span>
          </li>
        ))}
      </ol>
    </ReportSection>
  );
}
