"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Zone } from "@/lib/contract/device";
import { FailureNote } from "./failure-note";
import { useDeed } from "./use-city";
import { useLocalized } from "./use-localized";
import { useZoneUse } from "./zone-use";

/** Deletes a zone that nothing names; says beforehand what names it. */
export function ZoneDelete({ zone }: { zone: Zone }) {
  const t = useTranslations("admin.zones");
  const words = useLocalized();
  const router = useRouter();
  const { devices, rules } = useZoneUse()(zone.id);
  const remove = useDeed("deleteZone");
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    if (await remove.run({ params: { id: zone.id } })) router.push("/admin/zones");
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Trash2 size={16} aria-hidden />
        {t("delete")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={(open) => {
          setAsking(open);
          remove.forget();
        }}
        title={t("deleteTitle", { name: words(zone.name) })}
        description={t("deleteBody")}
        confirm={t("deleteConfirm")}
        danger
        busy={remove.busy}
        onConfirm={confirm}
      >
        {devices !== null && rules !== null && <p className="mb-3 text-sm">{t("usedBy", { devices, rules })}</p>}
        <FailureNote failure={remove.failure} sentences={{ conflict: "zoneInUse" }} />
      </ConfirmDialog>
    </>
  );
}
