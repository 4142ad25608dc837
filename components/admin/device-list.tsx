"use client";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { LinkState } from "@/lib/contract/device";
import { DeviceFilters } from "./device-filters";
import { type DeviceQuery, type DeviceSort, deviceRows, everyDevice, PAGE_ROWS } from "./device-rows";
import { DeviceTable } from "./device-table";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { Pager } from "./pager";
import { useCity } from "./use-city";
import { useCityWords } from "./use-city-words";

const REFRESH_MS = 15_000;

/** Every device: filtered, sorted, a page at a time. `link` is the filter that a link from elsewhere asks for. */
export function DeviceList({ link }: { link?: string }) {
  const t = useTranslations("admin.devices");
  const [query, setQuery] = useState<DeviceQuery>(() => ({
    ...everyDevice,
    link: LinkState.safeParse(link).data ?? "",
  }));
  const asked = useDeferredValue(query);
  const devices = useCity(
    "listDevices",
    { query: { retired: query.link === "retired" ? "true" : undefined } },
    REFRESH_MS,
  );
  const { kinds, kindOf, zoneName } = useCityWords();
  const all = useMemo(() => devices.data?.devices ?? [], [devices.data]);
  const shown = useMemo(() => deviceRows(all, asked), [all, asked]);
  const zones = useMemo(() => [...new Set(all.map((device) => device.zone))].sort(), [all]);
  const sort = (by: DeviceSort) =>
    setQuery((old) => ({ ...old, sort: by, down: old.sort === by && !old.down, page: 0 }));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<AddLink label={t("add")} />} />
      <DeviceFilters
        query={query}
        kinds={kinds}
        zones={zones}
        zoneName={zoneName}
        onChange={(change) => setQuery((old) => ({ ...old, ...change, page: 0 }))}
      />
      <LoadState of={devices} />
      {devices.data && shown.found === 0 && (
        <p className="py-8 text-center text-muted">{t(all.length ? "none" : "empty")}</p>
      )}
      {shown.found > 0 && (
        <div className={devices.failure ? "grayscale" : undefined}>
          <DeviceTable rows={shown.rows} query={asked} kindOf={kindOf} zoneName={zoneName} onSort={sort} />
        </div>
      )}
      {devices.data && <Pager {...shown} size={PAGE_ROWS} onPage={(page) => setQuery((old) => ({ ...old, page }))} />}
    </>
  );
}

function AddLink({ label }: { label: string }) {
  return (
    <Link href="/admin/devices/new" className={buttonClass("primary")}>
      <Plus size={16} aria-hidden />
      {label}
    </Link>
  );
}
