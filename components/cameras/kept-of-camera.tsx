"use client";

import { useTranslations } from "next-intl";
import { useCity } from "@/components/admin/use-city";
import type { CameraSetup } from "@/lib/contract/camera";
import { KeptPictures } from "./kept-pictures";

/** For the admin and privacy officer: by which law and how long, how many are kept, and each of them for a reason. */
export function KeptOfCamera({ setup: { cameraId, ground } }: { setup: CameraSetup }) {
  const t = useTranslations("cameras.kept");
  const kept = useCity("listKeptPictures", { params: { id: cameraId } });
  const { pictures = [] } = kept.data ?? {};
  return (
    <section aria-label={t("title")} className="mt-5 space-y-2 border-line border-t pt-4">
      <h4 className="font-semibold text-sm">{t("title")}</h4>
      <p className="text-muted text-sm">
        {ground?.legalBasis ? t("basis", { basis: ground.legalBasis, days: ground.retentionDays }) : t("noBasis")}
      </p>
      {kept.data && <p className="text-sm tabular-nums">{t("count", { count: pictures.length })}</p>}
      {pictures.length > 0 && <KeptPictures pictures={pictures} nameOf={(id) => id} asksReason />}
    </section>
  );
}
