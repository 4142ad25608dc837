"use client";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { DataTable, tableColumns } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TimeLabel } from "@/components/ui/time-label";
import { useToast } from "@/components/ui/toast";
import type { DeadNotice } from "@/lib/contract/notice";
import type { AgencyRow } from "./agency-table";
import { FailureNote } from "./failure-note";
import { LoadState } from "./load-state";
import { useCity, useDeed } from "./use-city";
import { useDeliveryReason } from "./use-delivery-reason";
import { useLocalized } from "./use-localized";

const LOOK_EVERY_MS = 10_000;
const NONE: DeadNotice[] = [];

/** Notices that were given up, newest first: sent again one by one, or all of them. */
export function DeadNotices({ agencies, onSent }: { agencies: readonly AgencyRow[]; onSent(): Promise<void> }) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const tell = useToast();
  const answer = useCity("listDeadNotices", { query: {} }, LOOK_EVERY_MS);
  const [one, all] = [useDeed("sendNoticeAgain"), useDeed("sendAllAgain")];
  const notices = answer.data?.notices ?? NONE;
  const { refresh } = answer;
  const sent = useCallback(
    async (count: number) => {
      tell({ title: t("sentAgain", { count }), tone: "ok" });
      await Promise.all([refresh(), onSent()]);
    },
    [t, tell, refresh, onSent],
  );
  const { run } = one;
  const send = useCallback(
    async ({ seq }: DeadNotice) => {
      if (await run({ params: { seq: String(seq) } })) await sent(1);
    },
    [run, sent],
  );
  const sendAll = async () => {
    let count = 0;
    for (const { id, webhook } of agencies)
      if (webhook && webhook.dead > 0) count += (await all.run({ params: { id } }))?.count ?? 0;
    if (count > 0) await sent(count);
  };
  const names = useMemo(() => new Map(agencies.map((a) => [a.id, words(a.name)])), [agencies, words]);
  return (
    <div className="mt-8">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 className="text-lg font-bold">{t("deadTitle")}</h3>
          <p className="max-w-prose text-sm text-muted">{t("deadLead")}</p>
        </div>
        {notices.length > 0 && (
          <Button busy={all.busy} onClick={sendAll}>
            <RotateCcw size={16} aria-hidden />
            {t("sendAll")}
          </Button>
        )}
      </header>
      <LoadState of={answer} />
      <FailureNote failure={one.failure ?? all.failure} />
      {answer.data && <NoticeTable notices={notices} names={names} busy={one.busy} onSend={send} />}
      {answer.data?.more && <p className="mt-2 text-sm text-muted">{t("more", { count: notices.length })}</p>}
    </div>
  );
}

type Table = {
  notices: DeadNotice[];
  names: ReadonlyMap<string, string>;
  busy: boolean;
  onSend(notice: DeadNotice): Promise<void>;
};

function NoticeTable({ notices, names, busy, onSend }: Table) {
  const t = useTranslations("admin.agencies");
  const columns = useMemo(
    () =>
      tableColumns<DeadNotice>((c) => [
        c.accessor("at", {
          header: t("at"),
          cell: ({ row }) => <TimeLabel at={row.original.at} style="day-time" className="whitespace-nowrap" />,
        }),
        c.accessor((notice) => names.get(notice.agencyId) ?? notice.agencyId, { id: "agency", header: t("agency") }),
        c.accessor("kind", {
          header: t("kind"),
          cell: ({ row: { original } }) => (
            <>
              <span className="block">
                {t.has(`kinds.${original.kind}`) ? t(`kinds.${original.kind}`) : original.kind}
              </span>
              <span className="block text-xs text-muted">{original.subject}</span>
            </>
          ),
        }),
        c.accessor("lastError", {
          header: t("why"),
          enableSorting: false,
          cell: ({ row: { original } }) => (
            <>
              <span className="block">
                <Reason text={original.lastError} />
              </span>
              <span className="block text-xs text-muted">{t("attempts", { count: original.attempts })}</span>
            </>
          ),
        }),
        c.display({
          id: "do",
          header: () => <span className="sr-only">{t("actions")}</span>,
          cell: ({ row: { original } }) => (
            <Button
              size="sm"
              disabled={busy}
              aria-label={t("sendOne", { subject: original.subject })}
              onClick={() => void onSend(original)}
            >
              {t("send")}
            </Button>
          ),
        }),
      ]),
    [t, names, busy, onSend],
  );
  return (
    <DataTable
      caption={t("deadTitle")}
      columns={columns}
      rows={notices}
      rowId={(notice) => String(notice.seq)}
      empty={<EmptyState title={t("deadEmpty")} text={t("deadEmptyText")} />}
      className="rounded-panel border border-line bg-panel"
    />
  );
}

function Reason({ text }: { text: string | null }) {
  return useDeliveryReason()(text);
}
