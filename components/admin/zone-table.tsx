"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable, tableColumns } from "@/components/ui/data-table";
import type { Zone } from "@/lib/contract/device";
import { useLocalized } from "./use-localized";
import type { ZoneUse } from "./zone-use";

export type ZoneRow = Zone & ZoneUse;

export function ZoneTable({ rows, empty }: { rows: ZoneRow[]; empty: ReactNode }) {
  const t = useTranslations("admin.zones");
  const words = useLocalized();
  const columns = useMemo(
    () =>
      tableColumns<ZoneRow>((c) => [
        c.accessor((zone) => words(zone.name), {
          id: "name",
          sortFn: "alphanumeric",
          header: t("name"),
          cell: ({ row }) => <ZoneName zone={row.original} name={words(row.original.name)} />,
        }),
        c.accessor((zone) => t(`purposes.${zone.purpose}`), {
          id: "purpose",
          sortFn: "alphanumeric",
          header: t("purpose"),
        }),
        c.accessor((zone) => (zone.geometry?.coordinates[0]?.length ?? 1) - 1, {
          id: "area",
          header: t("area"),
          cell: ({ getValue }) => {
            const count = Number(getValue());
            return count > 0 ? t("corners", { count }) : <span className="text-faint">{t("noArea")}</span>;
          },
        }),
        c.accessor("devices", { header: t("devices"), cell: ({ getValue }) => getValue() ?? "" }),
        c.accessor("rules", { header: t("rules"), cell: ({ getValue }) => getValue() ?? "" }),
      ]),
    [t, words],
  );
  return (
    <DataTable
      caption={t("table")}
      columns={columns}
      rows={rows}
      rowId={(zone) => zone.id}
      empty={empty}
      sort={{ id: "name", desc: false }}
      className="rounded-panel border border-line bg-panel"
    />
  );
}

function ZoneName({ zone, name }: { zone: Zone; name: string }) {
  return (
    <>
      <Link
        href={`/admin/zones/${encodeURIComponent(zone.id)}`}
        className="font-semibold underline-offset-2 hover:underline"
      >
        {name}
      </Link>
      <span className="block text-xs text-muted">{zone.id}</span>
    </>
  );
}
