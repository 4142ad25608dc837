"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable, tableColumns } from "@/components/ui/data-table";
import { useDuration } from "@/components/ui/duration-label";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { type KeyCount, type ViewSide, viewSides } from "@/lib/contract/privacy";
import { LoadState } from "./load-state";
import { Only } from "./only";
import { useCity } from "./use-city";
import type { ViewWords } from "./use-view-words";
import type { ViewsAsked } from "./use-views";

/** Keep `onOnly` stable: a cell that is made anew loses the focus. */
type Props = { month: string; words: ViewWords; onOnly(part: ViewsAsked): void };

/** A month's views by camera, person, agency, purpose and incident. A name asks for its views alone. */
export function PrivacyTotals(props: Props) {
  const t = useTranslations("privacy");
  const items = viewSides.map((side) => ({
    value: side,
    label: t(`sides.${side}`),
    content: <Side {...props} side={side} />,
  }));
  return (
    <Panel title={t("by")} level={3} bare>
      <Tabs label={t("by")} items={items} />
    </Panel>
  );
}

function Side({ month, side, words, onOnly }: Props & { side: ViewSide }) {
  const t = useTranslations("privacy");
  const totals = useCity("getViewTotals", { params: { month, side } });
  const lasted = useDuration();
  const columns = useMemo(
    () =>
      tableColumns<KeyCount>((c) => [
        c.accessor((row) => words(side, row.key), {
          id: "key",
          header: t(`sides.${side}`),
          sortFn: "alphanumeric",
          cell: ({ row, getValue }) => (
            <Only
              what={getValue()}
              title={t("only", { what: getValue() })}
              onClick={() => onOnly({ [side]: row.original.key })}
            />
          ),
        }),
        c.accessor("views", { header: t("views") }),
        c.accessor("refused", { header: t("refused") }),
        c.accessor("seconds", { header: t("lasted"), cell: ({ getValue }) => lasted(getValue()) }),
      ]),
    [t, side, words, lasted, onOnly],
  );
  return (
    <>
      <LoadState of={totals} />
      {totals.data && (
        <DataTable
          caption={`${t("by")}: ${t(`sides.${side}`)}`}
          columns={columns}
          rows={totals.data.totals}
          rowId={(row) => `${side} ${row.key}`}
          sort={{ id: "views", desc: true }}
          empty={<EmptyState title={t("noTotals")} />}
          className="max-h-96 tabular-nums"
        />
      )}
      {totals.data?.more && <p className="px-3 py-2 text-xs text-muted">{t("most")}</p>}
    </>
  );
}
