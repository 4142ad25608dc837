"use client";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Zone } from "@/lib/contract/device";
import { AdminMap } from "./admin-map";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";
import { ZoneLayer } from "./zone-layer";
import { ZoneTable } from "./zone-table";
import { useZoneUse } from "./zone-use";

const NONE: Zone[] = [];

/** Every zone, as a list and on the map. */
export function ZoneList() {
  const t = useTranslations("admin");
  const router = useRouter();
  const answer = useCity("listZones", {});
  const uses = useZoneUse();
  const zones = answer.data?.zones ?? NONE;
  const rows = useMemo(() => zones.map((zone) => ({ ...zone, ...uses(zone.id) })), [zones, uses]);
  const add = (
    <Link href="/admin/zones/new" className={buttonClass("primary")}>
      <Plus size={16} aria-hidden />
      {t("zones.add")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("zones.title")} lead={t("zones.lead")} actions={add} />
      <LoadState of={answer} />
      <div className="grid items-start gap-4 2xl:grid-cols-2">
        <AdminMap label={t("map.zones")}>
          <ZoneLayer zones={zones} onOpen={(id) => router.push(`/admin/zones/${encodeURIComponent(id)}`)} />
        </AdminMap>
        {answer.data && <ZoneTable rows={rows} empty={<EmptyState title={t("zones.empty")} action={add} />} />}
      </div>
    </>
  );
}
