"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { DataTable, tableColumns } from "@/components/ui/data-table";
import { TimeLabel } from "@/components/ui/time-label";
import type { Agency } from "@/lib/contract/agency";
import type { WebhookState } from "@/lib/contract/notice";
import { CircuitMark } from "./circuit-mark";
import { useDeliveryReason } from "./use-delivery-reason";
import { useLocalized } from "./use-localized";

export type AgencyRow = Agency & { webhook: WebhookState | null };
/** What of an agency somebody wants to change. */
export type AgencyAsked = { what: "agency" | "units" | "webhook"; row: AgencyRow };
/** Keep `onAsk` stable: a cell that is made anew loses the focus. */
type Table = { rows: AgencyRow[]; onAsk(asked: AgencyAsked): void; empty: ReactNode };

/** Every agency and how its webhook does: the line, what waits, what was given up, and when it last took something. */
export function AgencyTable({ rows, onAsk, empty }: Table) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const columns = useMemo(
    () =>
      tableColumns<AgencyRow>((c) => [
        c.accessor((row) => words(row.name), {
          id: "name",
          sortFn: "alphanumeric",
          header: t("name"),
          cell: ({ row }) => <AgencyName row={row.original} name={words(row.original.name)} />,
        }),
        c.accessor("phone", { header: t("phone"), enableSorting: false }),
        c.accessor((row) => row.webhook?.url ?? "", {
          id: "webhook",
          header: t("webhook"),
          enableSorting: false,
          cell: ({ row }) => <WebhookPlace webhook={row.original.webhook} />,
        }),
        c.accessor((row) => row.webhook?.queue ?? 0, {
          id: "queue",
          header: t("queue"),
          cell: ({ row }) => <Waiting webhook={row.original.webhook} />,
        }),
        c.accessor((row) => row.webhook?.lastDeliveredAt ?? 0, {
          id: "last",
          header: t("lastDelivered"),
          cell: ({ row }) => <LastTaken webhook={row.original.webhook} />,
        }),
        c.display({
          id: "do",
          header: () => <span className="sr-only">{t("actions")}</span>,
          cell: ({ row }) => (
            <span className="flex justify-end gap-2">
              <Button
                size="sm"
                aria-label={t("editName", { name: words(row.original.name) })}
                onClick={() => onAsk({ what: "agency", row: row.original })}
              >
                {t("edit")}
              </Button>
              <Button
                size="sm"
                aria-label={t("unitsOf", { name: words(row.original.name) })}
                onClick={() => onAsk({ what: "units", row: row.original })}
              >
                {t("units")}
              </Button>
              <Button
                size="sm"
                aria-label={t("webhookOf", { name: words(row.original.name) })}
                onClick={() => onAsk({ what: "webhook", row: row.original })}
              >
                {t("webhook")}
              </Button>
            </span>
          ),
        }),
      ]),
    [t, words, onAsk],
  );
  return (
    <DataTable
      caption={t("table")}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      empty={empty}
      sort={{ id: "name", desc: false }}
      className="rounded-panel border border-line bg-panel"
    />
  );
}

function AgencyName({ row, name }: { row: AgencyRow; name: string }) {
  return (
    <>
      <span className="block font-semibold">{name}</span>
      <span className="block text-xs text-muted">{row.id}</span>
    </>
  );
}

type Part = { webhook: WebhookState | null };

function WebhookPlace({ webhook }: Part) {
  const t = useTranslations("admin.agencies");
  if (!webhook) return <span className="text-faint">{t("none")}</span>;
  return (
    <>
      <span className="block max-w-72 truncate" title={webhook.url}>
        {webhook.url}
      </span>
      <span className="block text-xs text-muted">{t("eventCount", { count: webhook.events.length })}</span>
    </>
  );
}

function Waiting({ webhook }: Part) {
  const t = useTranslations("admin.agencies");
  if (!webhook) return null;
  return (
    <span className="flex flex-col items-start gap-1 tabular-nums">
      <CircuitMark circuit={webhook.circuit} />
      <span className="text-xs text-muted">
        {t("waits", { count: webhook.queue })}
        {webhook.dead > 0 && <span className="text-level-4"> · {t("givenUp", { count: webhook.dead })}</span>}
      </span>
    </span>
  );
}

function LastTaken({ webhook }: Part) {
  const t = useTranslations("admin.agencies");
  const reasonOf = useDeliveryReason();
  if (!webhook) return null;
  const { lastDeliveredAt, lastFailedAt, lastError, queue } = webhook;
  return (
    <>
      <span className="block tabular-nums">
        {lastDeliveredAt === null ? t("never") : <TimeLabel at={lastDeliveredAt} style="day-time" />}
      </span>
      {queue > 0 && lastFailedAt !== null && (
        <span className="block text-xs text-level-3">
          <TimeLabel at={lastFailedAt} style="time" /> {reasonOf(lastError)}
        </span>
      )}
    </>
  );
}
